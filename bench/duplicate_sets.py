"""The labelled sets of records on which finding duplicates is measured, and the rules that an administrator would declare for each."""

import csv
import itertools
import pathlib

DATA = pathlib.Path(__file__).resolve().parents[2] / "shared/data"
PEOPLE = [
    {"fields": ["given_name", "surname"], "as": "person", "same": 60, "different": -15},
    {"fields": ["date_of_birth"], "as": "date", "same": 60, "different": -15},
    {"fields": ["street_number", "address_1", "address_2"], "as": "address", "same": 50, "different": -10},
    {"fields": ["suburb"], "as": "text", "same": 20, "different": -5},
    {"fields": ["postcode"], "as": "exact", "same": 20, "different": -5},
    {"fields": ["state"], "as": "exact", "same": 3, "different": -5},
]


class LabelledSet:
    """Rows of a file, the columns that are compared, and how the truth is told: `entity` names who or what a row is about."""

    def __init__(self, name, file, entity, rules, known="", start=60):
        self.name = name
        self.path = DATA / file
        self.entity = entity
        self.rules = {"from": start, "compare": rules}
        self.known = known  # what others find, as the README of the data says

    def rows(self):
        with open(self.path, encoding="utf-8", newline="") as file:
            lines = [[cell.strip() for cell in line] for line in csv.reader(file, skipinitialspace=True) if line]
        return [dict(zip(lines[0], line)) for line in lines[1:]]

    def columns(self):
        return [field for comparison in self.rules["compare"] for field in comparison["fields"]]

    def true_pairs(self, rows):
        """Numbers of rows that are about the same; nothing else of the truth leaves this file."""
        entities = {}
        for number, row in enumerate(rows):
            entities.setdefault(self.entity(row), []).append(number)
        return {pair for members in entities.values() for pair in itertools.combinations(members, 2)}


def of_febrl(row):
    return row["rec_id"].split("-")[1]


SETS = [
    LabelledSet("febrl_one", "febrl/dataset1.csv", of_febrl, PEOPLE, "317 of 500 (simple rule)"),
    LabelledSet("febrl_two", "febrl/dataset2.csv", of_febrl, PEOPLE),
    LabelledSet(
        "splink_fake", "splink-fake/fake_1000.csv", lambda row: row["cluster"],
        [
            {"fields": ["first_name", "surname"], "as": "person", "same": 75, "different": -20},
            {"fields": ["dob"], "as": "date", "same": 75, "different": -20},
            {"fields": ["email"], "as": "email", "same": 90, "different": -10},
            {"fields": ["city"], "as": "text", "same": 15, "different": -5},
        ],
        "1,650 of 2,031 (Splink)",
    ),
    LabelledSet(
        "sites", "dedupe-examples/csv_example_input_with_true_ids.csv", lambda row: row["True Id"],
        [
            {"fields": ["Site name"], "as": "company", "same": 65, "different": -25},
            {"fields": ["Address"], "as": "address", "same": 65, "different": -45},
            {"fields": ["Phone"], "as": "phone", "same": 50, "different": -15},
            {"fields": ["Zip"], "as": "exact", "same": 3, "different": -15},
        ],
    ),
    LabelledSet(
        "restaurants", "dedupe-examples/restaurant-nophone-training.csv", lambda row: row["unique_id"],
        [
            {"fields": ["name"], "as": "company", "same": 50, "different": -25},
            {"fields": ["address"], "as": "address", "same": 45, "different": -20},
            {"fields": ["city"], "as": "text", "same": 5, "different": -5},
            {"fields": ["cuisine"], "as": "exact", "same": 2},
        ],
    ),
]
