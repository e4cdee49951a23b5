"""Small closed word classes of English, and stems: enough grammar to find noun phrases without a tagger."""

import re
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['\u2019\-][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+|\n+")


def word_set(text: str) -> frozenset[str]:
    """The words of a text, separated by white space."""
    return frozenset(text.split())


DETERMINERS = word_set("""
    the a an my your our his her their its each every some any no this most many few several both
    another enough
""")
PREPOSITIONS = word_set("""
    of in for with from between on about without into under over through against around like than
    via per
""")
FUNCTION_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | word_set("""
    these those that outside inside inland alone afterwards beforehand beside eleven twelve
    fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand fourth fifth
    tenth i me you he him she it we us they them mine yours ours theirs who whom whose which what
    where when why how and or but nor so yet if because although though while since until unless
    as at by to up down out off onto upon within across along behind before after during is are
    was were be been being am do does did done doing have has had having will would shall should
    can could may might must not n't never always often there here then now just only even also
    too very quite rather really almost still already again once ever more less much little all
    such same other others own else whether either neither one two three four five six seven eight
    nine ten first second third last next let lets it's that's there's don't doesn't didn't isn't
    aren't wasn't won't can't cannot couldn't wouldn't shouldn't i'm i've i'd i'll you're you've
    you'd you'll we're we've we'd they're they've he's she's something anything nothing everything
    someone anyone nobody everyone somebody above below instead perhaps maybe usually sometimes
    mostly soon later away back yes per cent today twice ago well anyway pretty whole half
    whatever whenever wherever however therefore thus otherwise together apart
""")
)

ADJECTIVES = word_set("""
    good bad big small large huge tiny great long short high low old new young hard soft easy
    difficult simple hot cold warm cool wet dry light dark heavy fast slow quick early late clear
    clean dirty cheap expensive free full empty open closed right wrong true false real fine rough
    smooth sharp dull strong weak thick thin deep shallow wide narrow flat round loose tight whole
    single double common rare usual normal special particular certain sure likely important useful
    useless better best worse worst larger largest smaller smallest bigger biggest longer shorter
    higher lower older newer harder softer easier earlier later cheaper faster slower current
    recent previous following possible impossible different similar main major minor overall
    general average total extra additional available necessary ready safe dangerous honest boring
    interesting famous popular public private local modern natural plain proper quiet loud rich
    poor nice ordinary lazy decent obvious tempting typical serious careful steady gentle fresh
    raw ripe bare entire exact red green blue black white brown grey yellow bright blank stiff
    tall fewer least alone able aware due
""")

GENERIC_NOUNS = word_set("""
    thing things way ways lot lots bit time times people person kind kinds sort sorts point points
    case cases example examples reason reasons part parts number numbers day days week weeks month
    months year years hour hours minute minutes second seconds question questions answer answers
    fact facts rest amount amounts couple pair place places side sides end ends moment idea man
    men woman women friend friends somebody life world rule trouble problem problems trick hand
    step steps result results mind fault sense view option options course piece pieces anyone
    someone start middle top bottom dozen hundred thousand metre metres cm kg grams percent
    degrees reader readers beginners today tomorrow yesterday evening morning night afternoon
    quarter third half ability word words letter letters sake difference matter choice mistake
    mistakes order use
""")

ONLY_VERBS = word_set("""
    get come find go become begin belong breathe exist happen deserve behave concern keep make
    meet know seem tell think want
""")
"""Base forms that are hardly ever nouns."""

BASE_VERBS = word_set("""
    accept act add agree allow appear apply arrive ask behave belong breathe deserve concern
    double exist reject recognise beat avoid bake begin believe bend bite boil borrow break bring
    build burn buy call carry catch cause change check choose clean climb close collect come
    compare consider contain continue cook cost count cover crack create cross cut deal decide
    depend describe die dig disappear do draw drink drive drop dry earn eat end enjoy explain fade
    fail fall feed feel fight fill find finish fit fix fly fold follow force forget gain get give
    go grow guess happen harm hear heat help hide hit hold hurt improve increase insist invite
    join jump keep kill knock know land last lead lean learn leave let lie lift like listen live
    look lose love make matter mean measure melt miss mix move need notice occur offer open order
    paint pass pay pick plant play pour predict prefer press prevent produce prove pull push put
    reach read realise recommend reduce remain remember remove repeat replace require rest ride
    ring rise run save say see seem sell send set settle shake share show shrink sing sink sit
    sleep slip slow smell soak solve sound speak spend spread stand start stay steal stick stop
    store stretch suffer suggest survive swap take talk taste teach tell tend think throw tie
    touch train travel treat trust try turn understand use visit wait walk want warm wash waste
    watch wear win wonder work worry write
""")
_IRREGULAR_PASTS = word_set("""
    became began bit bought broke brought built came caught chose cost dealt did drew drove fell
    felt fought found forgot gave got grew went heard held hid kept knew laid led left lost made
    meant met paid ran read rode rose said sang sank sat saw sent set shook slept sold spent spoke
    stood stole stuck sung swam taught thought threw told took understood used wanted was wept
    wore won wrote written known given taken seen gone eaten broken chosen drawn driven fallen
    forgotten grown hidden shown worn done says goes does tries carries dries
""")


def _third_person(verb: str) -> str:
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


BENT_VERBS = _IRREGULAR_PASTS | frozenset(_third_person(verb) for verb in BASE_VERBS)


def words(text: str) -> list[str]:
    """The words of a text in lower case, straight apostrophes."""
    return [word.lower().replace("\u2019", "'") for word in WORD.findall(text)]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A crude stem: plural and verb endings off, at most seven letters; equal for most forms of one word."""
    for ending in ("ings", "ing", "edly", "ies", "ed", "es", "ly", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)][:7]
    return word[:7]


def content_words(text: str) -> list[str]:
    """Lower-case words of a text without function words and without single letters."""
    return [word for word in words(text) if len(word) > 1 and word not in FUNCTION_WORDS]


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text, stripped, without empty ones."""
    return [part.strip() for part in SENTENCE_END.split(text) if part.strip()]
