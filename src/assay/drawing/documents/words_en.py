"""English words of the drawn pages. Only ASCII: the font that Pillow carries has little else."""

from typing import Any

ENGLISH_LISTS: dict[str, Any] = {
    "people": (
        "Alma", "Bruno", "Clara", "Dario", "Edith", "Felix", "Greta", "Hugo", "Irma", "Jonas", "Karin",
        "Leon", "Mabel", "Nils", "Olga", "Paul", "Quentin", "Rosa", "Simon", "Tilda", "Ursula", "Victor",
        "Wanda", "Xenia", "Yvonne", "Zeno", "Anton", "Berta", "Cosima", "Daniel",
    ),
    "last_names": (
        "Abernay", "Barrowby", "Castermole", "Dunsworth", "Ellerkamp", "Farnholt", "Gatesby", "Harrowick",
        "Ingersby", "Jesselton", "Kettleman", "Lindqvarn", "Marchbank", "Norwend", "Ostermole", "Penhurst",
        "Quarrender", "Rosenfeldt", "Sandgate", "Thornebury", "Umberley", "Vandersen", "Westrope",
        "Yarrowdale", "Zellman", "Ashcombe", "Brackenby", "Coldwater", "Dovermann", "Everslade",
    ),
    "companies": (
        "Harbour", "Northfield", "Copper Kettle", "Red Barn", "Seven Oaks", "Blue Door", "Old Mill", "Bright",
        "Granite", "Maple", "Quayside", "Foxglove", "Lantern", "Silver Birch", "Windmill", "Anchor",
    ),
    "trades": (
        "Joinery", "Paper Works", "Supplies", "Tools", "Garden Trade", "Bindery", "Print Shop", "Metalwork",
        "Textiles", "Ceramics", "Lighting", "Timber",
    ),
    "branches": (
        "Northgate", "Mill Lane", "Harbour Street", "Old Town", "Riverside", "Park Road", "Castle Hill",
        "Market Square", "Station Yard", "Elm Grove", "South Bridge", "Abbey Court",
    ),
    "levels": (
        "Standard", "Silver", "Gold", "Junior", "Student", "Reader Plus", "Family", "Senior", "Patron",
        "Research",
    ),
    "cities": (
        "Ashbrook", "Wenford", "Carrowmere", "Dunmarsh", "Eastholm", "Farlington Bay", "Greywater",
        "Holmsted", "Larkhaven", "Merrowby", "Northwick", "Oxbourne", "Pellgate", "Ravensea", "Stonemouth",
        "Thistledon", "Upper Wray", "Velmouth", "Westerby", "Yewbridge",
    ),
    "goods": (
        "Oak shelf", "Desk lamp", "Paper, A4 box", "Linen cloth", "Steel hinge", "Clay pot", "Book press",
        "Wall hook", "Garden bench", "Copper wire", "Brush set", "Door handle",
    ),
    "workshops": (
        "Bookbinding", "Pottery", "Bicycle repair", "Letterpress", "Basket weaving", "Clock repair",
        "Wood carving", "Beekeeping",
    ),
    "letters": "ACEFHKMNPRTWX",
    # 01632 960 000 to 960 999 is kept for fiction by the British regulator.
    "phone": "01632 960 ###",
    "decimal": ".",
    "titles": {
        "invoice": ("INVOICE", "Invoice", "Sales invoice"),
        "card": ("LIBRARY CARD", "Reader's card", "Library of Things"),
        "form": ("Workshop application", "APPLICATION FORM", "Course registration"),
    },
    "columns": ("Article", "Qty", "Price", "Sum"),
    "bystanders": {
        "invoice": (("Order", "order"), ("Delivered", "date"), ("Buyer", "person"), ("Customer", "digits")),
        "card": (("Joined", "date"), ("Shelf", "digits"), ("Loans", "count"), ("Desk", "count")),
        "form": (("Workshop", "workshop"), ("Starts", "date"), ("Fee", "money"), ("Received", "date"),
                 ("Places", "count")),
    },
    "notes": {
        "invoice": ("All sums in euro. Printed {date}.", "Please quote customer {number} when you pay.",
                    "Goods stay ours until they are paid. Terms of {date}."),
        "card": ("Found? Please return to any desk. Form {number}.", "Rules of {date} apply.",
                 "Not transferable. Printed {date}."),
        "form": ("Please write clearly. Form {number}, edition of {date}.",
                 "Places are given in order of arrival. Closing date {date}.",
                 "Office copy {number}. Kept until {date}."),
    },
}  # fmt: skip
