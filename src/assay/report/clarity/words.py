"""Points of clarity, changes and settings as people read them."""

from assay.proof.clarity import Cell, Change, Mean

MINUS = "\u2212"
LOSS_TITLES = {"mse": "MSE", "edge": "MSE and edges", "perceptual": "MSE and features"}
FACTOR_TITLES = {"loss": "loss", "learning_rate": "learning rate", "epochs": "epochs"}


def points(value: float | None) -> str:
    """Points of clarity, ``33.9``; a dash where there are none."""
    return "\u2013" if value is None else f"{value:.1f}".replace("-", MINUS)


def signed(value: float) -> str:
    """A change with its sign, ``+5.2``."""
    return f"{value:+.1f}".replace("-", MINUS)


def span(it: Mean) -> str:
    """The interval of a mean; with one seed, that it has none."""
    return "one seed, no interval" if it.low is None else f"{points(it.low)} to {points(it.high)}"


def signed_span(it: Change) -> str:
    """The interval of a change."""
    if it.low is None or it.high is None:
        return "one seed, no interval"
    return f"{signed(it.low)} to {signed(it.high)}"


def figure(value: float | None, digits: int = 2) -> str:
    """Any other figure, or a dash."""
    return "\u2013" if value is None else f"{value:.{digits}f}".replace("-", MINUS)


def loss_title(loss: str) -> str:
    """A loss with its weight in words, ``MSE and 0.1 edges``."""
    name, _, weight = loss.partition(" ")
    if name not in LOSS_TITLES:
        return f"own loss {name}"
    title = LOSS_TITLES[name]
    return f"MSE + {weight} {'edge' if name == 'edge' else 'perceptual'}" if weight else title


def cell_title(cell: Cell) -> str:
    """A setting in words."""
    setting = cell.setting
    step = f", then {setting.sharpen}" if setting.sharpen else ""
    return f"{loss_title(cell.loss)}, rate {setting.learning_rate:g}, {setting.epochs} epochs{step}"


def factor_title(name: str) -> str:
    """A factor, or two that act together."""
    return " x ".join(FACTOR_TITLES.get(part, part) for part in name.split(" x "))


def level_title(factor: str, level: str) -> str:
    """A level of a factor in words; of two that act together, ``MSE + 0.1 edge at 50 epochs``."""
    one, _, two = factor.partition(" x ")
    if not two:
        return _level(one, level)
    first, _, second = level.partition(" at ")
    return f"{_level(one, first)} at {_level(two, second)}"


def _level(factor: str, level: str) -> str:
    if factor == "loss":
        return loss_title(level)
    return f"rate {level}" if factor == "learning_rate" else f"{level} epochs"
