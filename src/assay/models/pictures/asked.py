"""What is asked of a generator: one prompt and how the picture is made. Anything else is refused."""

from assay.errors import Rejected, SettingRefused
from assay.records import Capabilities, PictureSettings, Request

WRITES_NOTHING = Capabilities(
    temperature=False,
    top_p=False,
    stop=False,
    seed=False,
    reasoning_effort=False,
    prefill=False,
    images=False,
    completion=False,
)
"""What a generator or an encoder takes of what models that write take."""


def picture_asked(request: Request, who: str) -> tuple[str, PictureSettings]:
    """The prompt and the settings of a request for a picture.

    Raises:
        Rejected: it asks for no picture.
        SettingRefused: it holds more than a prompt: pictures, other messages, settings of a text model.
    """
    if request.picture is None:
        raise Rejected(f"{who} makes pictures, and the request asks for none; use a model that chats")
    content = request.messages[-1].content
    if len(request.messages) != 1 or not isinstance(content, str):
        raise SettingRefused(f"{who} takes one prompt as text, without pictures", setting="images")
    if request.response_format is not None or request.style != "chat":
        raise SettingRefused(f"{who} makes pictures, which have no form of answer", setting="response_format")
    if unknown := list(request.settings.to_data()):
        raise SettingRefused(
            f"{who} does not take {', '.join(unknown)}: they belong to models that write; "
            "remove them from its settings",
            setting=unknown[0],
        )
    return content, request.picture
