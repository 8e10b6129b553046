#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/json.h"
#include "metadata/duplicate_rules.h"
#include "metadata/field_type.h"

namespace rapport::metadata {

struct Object;

struct PicklistOption {
    std::string value;  // as stored and sent
    std::string label;
    std::string tint;   // one of the eight of the design, or empty
    bool active = true;
    Json translations;  // by language: {"de": {"label": "…"}}; null for none
};

/// What becomes of a record when the one it refers to goes to the trash.
enum class OnDelete { Keep, Cascade, Restrict };

/// What a roll-up field of a parent counts over its children.
struct RollUp {
    std::string function;      // count, sum, minimum, maximum, average
    std::string child;         // object name
    std::string relation;      // the child's field that refers to the parent, such as "account_id"
    std::string field;         // the child's field; empty for count
    Json filter;               // JSON filter over the child; null for all
};

/// One field of an object. `name` is the same in the catalogue, in SQL, in JSON and in TypeScript.
struct Field {
    std::string name;   // "close_date"; "account_id" for a lookup declared as "account"
    std::string label;
    std::string help;
    const FieldType* type = nullptr;
    int index = 0;      // its place in Object::fields and in every Record of the object
    Json declaration;   // as declared, laid over ours

    bool required = false;
    bool unique = false;        // no two live records with the same value
    bool external_id = false;   // other systems name records by it; unique too
    bool read_only = false;     // kept by the system: derived, formula, roll-up, auto number
    bool system = false;        // every object has it: id, created_at, …
    bool custom = false;
    bool searchable = false;
    std::vector<std::string> aliases;  // Salesforce's name where it differs

    int scale = 0;              // Number: digits after the point
    std::size_t length = 0;     // Text: most characters
    std::optional<std::int64_t> minimum, maximum;  // Number: in units of the scale
    std::vector<PicklistOption> options;
    bool restricted = true;     // picklist: only active options
    Json default_value;         // as the API would send it; null for none; "$user", "$today", "$now" for those

    std::string relation;              // Reference: the path segment, "account"
    std::vector<std::string> targets;  // Reference: names of the objects it may refer to; empty is any
    std::string child_relation;        // Reference: what the target calls these records, "opportunities"
    OnDelete on_delete = OnDelete::Keep;

    std::string component_of;   // "billing_address" for its column "billing_address_city"
    std::string component;      // "city"
    std::string format;         // auto number: "C-{0000}"
    std::string formula;        // formula: the expression
    const FieldType* result = nullptr;  // formula and roll-up: the type of the result
    std::optional<RollUp> roll_up;
    std::vector<std::string> derived_from;  // kept by behaviour: the fields whose values it tells
    std::string base_of;        // "amount" for "amount_base", its value in the organization's currency

    /// What its values are like: for a formula or roll-up the type of the result, otherwise its own.
    const FieldType& value_type() const { return result ? *result : *type; }
    bool has_column() const { return type->shape() != Shape::Compound && formula.empty(); }
    bool is_reference() const { return type->shape() == Shape::Reference; }
    /// Whether its values may name records of the object; where no targets are declared, of all that people work with.
    bool may_refer_to(const Object& object) const;
    /// Names the record that this one is a part of: a master-detail, or a reference to any object that must be there and
    /// takes this one along to the trash.
    bool names_parent() const;
    const PicklistOption* find_option(std::string_view value_or_label) const;
};

/// "contacts" of an account: the records whose `field` refers to it.
struct ChildRelation {
    std::string name;
    std::string object;
    std::string field;  // "account_id"
};

/// Who may see records that nobody shared.
enum class Sharing { Private, Read, Write, ControlledByParent };

/// What each live record of an object gives to others: access to another record, or to those that hang on it.
struct Grant {
    std::string object;           // whose records; empty: of those that `record` names itself
    std::string through;          // their reference that names the same as `record` does; empty: `record` names them
    std::string record;           // "account_id"
    std::vector<std::string> to;  // references to users, roles, teams and territories
    std::string access;           // the picklist that says read or write; anything else is none
};

/// What somebody must be allowed to do with a record to change those that hang on it: edit it, or all that its owner may.
enum class ParentAccess { Edit, Full };

/// A condition that no record may meet.
struct ValidationRule {
    std::string name;
    std::string formula;  // true means refused
    std::string message;
    std::string field;    // where the message is shown; empty for the whole record
    bool active = true;
    Json translations;    // by language: {"de": {"message": "…"}}; null for none
};

struct Index {
    std::vector<std::string> fields;  // a leading "-" is descending
    bool unique = false;
};

/// Counts and sums that are kept while records change, so that they need not be counted when asked for.
struct Totals {
    std::string name;             // "stage"
    std::vector<std::string> by;  // references, checkboxes, picklists, dates
    std::vector<std::string> of;  // numbers that are summed up
};

/// An object as it is now: ours and the administrators' changes in one. Part of an immutable Catalogue.
struct Object {
    std::string name;  // also the table's
    std::string label;
    std::string plural_label;
    std::string description;
    Json translations;  // of these three, by language: {"de": {"label": "Boot", "plural_label": "Boote"}}; null for none
    std::int64_t number = 0;
    std::string icon;
    std::string tint;
    bool custom = false;
    bool owned = true;      // has owner_id
    bool hidden = false;    // not in menus: junctions, settings
    bool administrative = false;  // only administrators write it: users, roles, pipelines
    bool gives_access = false;    // says who may what: a session proves who it is before it writes
    Sharing sharing = Sharing::Private;
    std::vector<std::string> aliases;
    std::vector<Field> fields;
    std::vector<Index> indexes;
    std::vector<ChildRelation> children;
    std::vector<ValidationRule> validation_rules;
    Json layouts;      // by name, as declared: detail, card and create, and those for roles, which say which of these they are
    Json list_views;   // array, as declared
    Json role_views;   // the view with which a role begins, by the role's id: {"a03…": "hot"}; null for none
    Json deleted_fields;  // array: what each was, and where its values are (Draft::remove_field); null for none
    std::string name_field = "name";
    std::vector<std::string> seen_through;  // references: who sees the record that one of them names sees this one, too
    std::string private_field;              // the checkbox by which a record is not
    std::vector<Grant> grants;
    ParentAccess parent_access = ParentAccess::Edit;
    std::string record_type_field;          // the picklist whose values permission sets may close; empty for none
    std::vector<Totals> totals;
    std::string rate_date_field;  // the date whose exchange rates count; empty: the day the record was made
    DuplicateRules duplicate_rules;

    /// By name, alias or Salesforce spelling ("CloseDate", "Region__c"); null when there is none.
    const Field* find_field(std::string_view spelling) const;
    /// The reference whose path segment this is ("account", "Account"); null when there is none.
    const Field* find_relation(std::string_view spelling) const;
    const ChildRelation* find_children(std::string_view spelling) const;
    /// Salesforce's name for a field behind a relation: "StageName" is the path stage.name; null when there is none.
    const std::vector<std::string>* find_path_alias(std::string_view spelling) const;
    /// Throws Failure(Invalid, "unknown_field") that suggests the nearest name.
    const Field& field(std::string_view spelling) const;

    bool has_currency() const { return find_field("currency_code") != nullptr; }

    /// Fills the look-up tables; called once by the catalogue's builder.
    void index_names();

    std::vector<std::pair<std::string, std::vector<std::string>>> path_aliases;  // {"StageName", {"stage", "name"}}

private:
    std::unordered_map<std::string, int> fields_by_spelling_;
    std::unordered_map<std::string, int> relations_by_spelling_;
};

/// "CloseDate", "close_date" and "closedate__c" are one spelling.
std::string normalized_spelling(std::string_view name);

}  // namespace rapport::metadata
