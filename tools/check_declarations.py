"""Fails when a declared object does not fit the schema, or names a field, object or relation that is not there.

Usage: check_declarations.py SCHEMA MODULES_FOLDER
"""

import collections
import json
import pathlib
import sys

import jsonschema

SYSTEM_FIELDS = {"id", "created_at", "created_by_id", "updated_at", "updated_by_id", "deleted_at", "version"}
SYSTEM_RELATIONS = {"created_by": ["user"], "updated_by": ["user"]}
REFERENCES = {"file", "lookup", "master_detail", "polymorphic_lookup"}
PARTS = {
    "address": ["street", "city", "state", "postal_code", "country"],
    "geolocation": ["latitude", "longitude"],
}



def names_parent(field):
    """Whether a field names the record that this one is a part of."""
    goes_along = field.get("required") and field.get("on_delete") == "cascade"
    return field["type"] == "master_detail" or (field["type"] == "polymorphic_lookup" and "to" not in field and goes_along)


class Declared:
    """One object with everything that other declarations may name of it."""

    def __init__(self, declaration: dict):
        self.declaration = declaration
        self.name = declaration["name"]
        self.fields = set(SYSTEM_FIELDS)  # what a layout, an index or a filter may name
        self.relations = dict(SYSTEM_RELATIONS)  # path segment → targets; no targets: any object
        self.children = set()  # filled when all objects are known
        if declaration.get("owned", True):
            self.fields.add("owner_id")
            self.relations["owner"] = ["user"]
        for field in declaration["fields"]:
            self.add(field)

    def add(self, field: dict):
        name = field["name"]
        if field["type"] in REFERENCES:
            targets = field.get("to", [])
            self.relations[name] = [targets] if isinstance(targets, str) else targets
            name += "_id"
        self.fields.add(name)
        self.fields.update(f"{name}_{part}" for part in PARTS.get(field["type"], []))
        if field["type"] == "currency":
            self.fields.update({"currency_code", f"{name}_base"})


class Checker:
    """Collects what is wrong, with the place it is wrong in."""

    def __init__(self, schema: dict, picklists: dict):
        self.validator = jsonschema.Draft202012Validator(schema)
        self.picklists = picklists
        self.objects: dict[str, Declared] = {}
        self.problems: list[str] = []

    def problem(self, place: str, message: str):
        self.problems.append(f"{place}: {message}")

    def check_picklists(self):
        lists = {"type": "object", "additionalProperties": {"$ref": "#/$defs/options"}, "$defs": self.validator.schema["$defs"]}
        for error in jsonschema.Draft202012Validator(lists).iter_errors(self.picklists):
            self.problem(f"picklists.json/{'/'.join(map(str, error.path))}", error.message)

    def load(self, path: pathlib.Path):
        declaration = json.loads(path.read_text(encoding="utf-8"))
        errors = sorted(self.validator.iter_errors(declaration), key=lambda error: list(map(str, error.path)))
        for error in errors:
            self.problem(f"{path.name}/{'/'.join(map(str, error.path))}", error.message)
        if errors:
            return
        if path.stem != declaration["name"] or path.parent.name != declaration["name"]:
            self.problem(path.name, f"the object {declaration['name']!r} belongs in a folder and a file of its name")
        self.objects[declaration["name"]] = Declared(declaration)

    def check(self):
        self.check_unique("number", [each.declaration["number"] for each in self.objects.values()])
        spellings = [normalized(name) for each in self.objects.values() for name in names_of(each.declaration)]
        self.check_unique("name or alias", spellings)
        for declared in self.objects.values():
            self.check_relations(declared)
        for declared in self.objects.values():
            self.check_object(declared)

    def check_unique(self, what: str, values: list, place: str = "all objects"):
        for value, count in collections.Counter(values).items():
            if count > 1:
                self.problem(place, f"the {what} {value!r} is there {count} times")

    def check_relations(self, declared: Declared):
        """Targets exist, and no target gets two child relations of one name."""
        for field in declared.declaration["fields"]:
            if field["type"] not in REFERENCES - {"file"}:
                continue
            for target in declared.relations[field["name"]] or self.objects:
                place = f"{declared.name}.{field['name']}"
                if target not in self.objects:
                    self.problem(place, f"there is no object {target!r}")
                elif field["children"] in self.objects[target].children:
                    self.problem(place, f"{target} has other children that are called {field['children']!r}")
                else:
                    self.objects[target].children.add(field["children"])

    def check_object(self, declared: Declared):
        declaration = declared.declaration
        place = declared.name
        self.check_unique("field", [field["name"] for field in declaration["fields"]], place)
        spellings = [normalized(name) for field in declaration["fields"] for name in names_of(field)]
        self.check_unique("field name or alias", spellings, place)
        self.check_fields(declared, [declaration.get("name_field", "name")], f"{place}/name_field")
        for fields in [comparison["fields"] for comparison in declaration.get("duplicate_rules", {}).get("compare", [])] + [[declaration["rate_date"]] if "rate_date" in declaration else []]:
            self.check_fields(declared, fields, place)
        if declaration.get("sharing") == "controlled_by_parent" and not any(names_parent(field) for field in declaration["fields"]):
            self.problem(place, "is controlled by its parent, but has no master_detail field, nor one that must name some record and goes to the trash with it")
        self.check_grants(declared)
        if "record_type" in declaration and not any(field["name"] == declaration["record_type"] and field["type"] == "picklist" for field in declaration["fields"]):
            self.problem(f"{place}/record_type", "the record type is one of the picklists")
        for field in declaration["fields"]:
            self.check_field(declared, field)
        for index in declaration.get("indexes", []):
            self.check_fields(declared, [name.lstrip("-") for name in index["fields"]], f"{place}/indexes")
        for totals in declaration.get("totals", []):
            self.check_fields(declared, totals["by"] + totals["of"], f"{place}/totals")
        self.check_layouts(declared)
        self.check_unique("list view", [view["name"] for view in declaration.get("list_views", [])], place)
        for view in declaration.get("list_views", []):
            self.check_list_view(declared, view)
        for rule in declaration.get("validation_rules", []):
            if "field" in rule:
                self.check_fields(declared, [rule["field"]], f"{place}/validation_rules/{rule['name']}")

    def check_field(self, declared: Declared, field: dict):
        place = f"{declared.name}.{field['name']}"
        options = field.get("options", [])
        if isinstance(options, str):
            if options not in self.picklists:
                self.problem(place, f"there is no shared list of options {options!r}")
            options = self.picklists.get(options, [])
        values = [option["value"] for option in options]
        self.check_unique("option", values, place)
        if values and field.get("default", values[0]) not in values:
            self.problem(place, f"the default {field['default']!r} is none of the options")
        summary = field.get("summary")
        if not summary:
            return
        child = self.objects.get(summary["child"])
        if not child:
            self.problem(place, f"there is no object {summary['child']!r}")
            return
        self.check_fields(child, [summary["relation"]] + ([summary["field"]] if "field" in summary else []), place)
        targets = child.relations.get(summary["relation"].removesuffix("_id"), [])
        if targets and declared.name not in targets:
            self.problem(place, f"{child.name}.{summary['relation']} does not refer to {declared.name}")
        self.check_filter(child, summary.get("filter"), place)

    def check_grants(self, declared: Declared):
        for grant in declared.declaration.get("grants", []):
            place = f"{declared.name}/grants"
            self.check_fields(declared, [grant["record"], *grant["to"], grant["access"]], place)
            if "object" not in grant:
                continue
            if grant["object"] not in self.objects:
                self.problem(place, f"there is no object {grant['object']!r}")
            else:
                self.check_fields(self.objects[grant["object"]], [grant["through"]], place)

    def check_layouts(self, declared: Declared):
        for name, layout in declared.declaration.get("layouts", {}).items():
            place = f"{declared.name}/layouts/{name}"
            sections = [section["fields"] for section in layout.get("sections", [])]
            self.check_unique("field", [field for section in sections for field in section], place)
            for fields in sections + [layout.get("fields", []), layout.get("highlights", [])]:
                self.check_fields(declared, fields, place)
            for relation in layout.get("related", []):
                if relation not in declared.children:
                    self.problem(place, f"{declared.name} has no children {relation!r}")

    def check_list_view(self, declared: Declared, view: dict):
        place = f"{declared.name}/list_views/{view['name']}"
        sorts = [name.lstrip("-") for name in view["sort"].split(",")]
        for path in view["columns"] + sorts:
            self.check_path(declared, path, place)
        if "group_by" in view:
            self.check_fields(declared, [view["group_by"]], place)
        self.check_filter(declared, view.get("filter"), place)

    def check_filter(self, declared: Declared, part, place: str):
        if not part:
            return
        for inner in part.get("and", []) + part.get("or", []) + [part.get("not")]:
            self.check_filter(declared, inner, place)
        if "field" in part:
            self.check_path(declared, part["field"], place)
        if "related" in part and part["related"] not in declared.children:
            self.problem(place, f"{declared.name} has no children {part['related']!r}")

    def check_fields(self, declared: Declared, names: list, place: str):
        for name in names:
            if name not in declared.fields:
                self.problem(place, f"{declared.name} has no field {name!r}")

    def check_path(self, declared: Declared, path: str, place: str):
        *segments, last = path.split(".")
        for segment in segments:
            targets = [name for name in declared.relations.get(segment, []) if name in self.objects]
            if not targets:
                self.problem(place, f"{declared.name} has no relation {segment!r} to look through")
                return
            declared = self.objects[targets[0]]
        self.check_fields(declared, [last], place)


def names_of(declaration: dict) -> list[str]:
    return [declaration["name"], *declaration.get("aliases", [])]


def normalized(name: str) -> str:
    return name.replace("_", "").lower()


def main() -> int:
    schema, folder = map(pathlib.Path, sys.argv[1:])
    schema, picklists = (json.loads(path.read_text(encoding="utf-8")) for path in (schema, folder / "common/picklists.json"))
    checker = Checker(schema, picklists)
    checker.check_picklists()
    for path in sorted(folder.glob("*/*/*.json")):
        checker.load(path)
    if not checker.problems:
        checker.check()
    print("\n".join(checker.problems) or f"{len(checker.objects)} declarations: ok")
    return bool(checker.problems) or not checker.objects


if __name__ == "__main__":
    sys.exit(main())
