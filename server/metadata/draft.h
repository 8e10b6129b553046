#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/record_id.h"
#include "metadata/catalogue.h"
#include "metadata/overlay.h"
#include "storage/database.h"

namespace rapport::metadata {

/// Changes to the overlay that an administrator is making; see Registry::change(). Each call checks what it can by
/// itself; the whole is checked when the new catalogue is built.
class Draft {
public:
    Draft(const Catalogue& catalogue, Overlay overlay) : catalogue_(catalogue), overlay_(std::move(overlay)) {}

    const Catalogue& catalogue() const { return catalogue_; }
    const Overlay& overlay() const { return overlay_; }

    /// `{"name": "boat", "label": "Boat"}` is enough: a name field, an owner and every default come with it.
    void add_object(Json declaration);
    /// Replaces settings of an object: labels, icon, sharing, …
    void set_object(const Object& object, const Json& settings);
    /// With it goes what administrators made of it elsewhere: references to it, roll-ups over it, and the objects between
    /// it and another one. Failure(Conflict): "standard_object" for ours, "has_parts" while records of others are parts of its records.
    void remove_object(const Object& object, RecordId by);

    void add_field(const Object& object, Json declaration);
    /// Replaces settings of a field; its type is changed by itself.
    void set_field(const Object& object, const Field& field, const Json& settings);
    /// Replaces the declaration of a field by one of another type (conversion.h). `column` of the object's table has what the
    /// values have become and is its column from then on; the old one is set aside.
    /// Ours stay what they are. Failure(Conflict, "standard_field").
    void change_type(const Object& object, const Field& field, const Json& declaration, const std::string& column);
    /// Ours cannot be removed. Failure(Conflict, "standard_field"). The object keeps what the field was, and where its values are.
    void remove_field(const Object& object, const Field& field, RecordId by);
    /// Declares a removed field as it was, but for the settings that it is to be `without`, and puts its columns and its places in
    /// layouts back. Failure(NotFound, "unknown_deleted_field"); Failure(Conflict): "duplicate_name", "no_target".
    void bring_back_field(const Object& object, std::string_view id, const std::vector<std::string>& without);

    /// A many-to-many relation: an object of its own between the two, with a master-detail to each.
    void add_relation(const Object& from, const Json& relation);

    /// One that is locked is neither replaced nor removed before it is unlocked: Failure(Conflict, "view_locked").
    void put_list_view(const Object& object, std::string_view name, Json view);
    void remove_list_view(const Object& object, std::string_view name);
    /// `section` is list_views or validation_rules: lists of things with a name.
    void put_named(const Object& object, std::string_view section, std::string_view name, Json value);
    void remove_named(const Object& object, std::string_view section, std::string_view name);
    void put_layout(const Object& object, std::string_view name, Json layout);

    /// Takes the names of removed fields out of layouts and out of the columns and sorts of list views. What asks for
    /// their values (filters, formulas) is left for the checks to refuse.
    void prune();

    /// What must be done in the database, in order, before the tables are brought up: set aside, put in its place.
    const std::vector<std::function<void(storage::Session&, std::int64_t version)>>& steps() const { return steps_; }
    bool removes() const { return !dropped_.empty() || !removed_.empty(); }

private:
    Json& entry(const Object& object);
    void put(Json& list, std::string_view name, const Json& value);
    /// The name by which a field is declared: "account" for account_id.
    static std::string declared_name(const Field& field);
    void drop(const Object& object, RecordId by);
    void keep(const Object& object, const Field& field, RecordId by);
    Json places_of(const Field& field) const;
    void put_in_places(const Json& places);
    void remove_references(const Object& object, const Object& other, RecordId by);
    void prune_duplicate_rules(Json& over) const;
    void prune_view(const Object& object, const Json& view);
    Json pruned(const Object& object, std::string_view key, const Json& value) const;
    bool is_removed(const Object& object, const Field& field) const;
    bool leads_to_removed(const Object& from, std::string_view path) const;
    bool lists_removed(const Object& object, std::string_view children) const;
    void remove_target(const Object& object, const Field& field, std::string_view target);

    const Catalogue& catalogue_;
    Overlay overlay_;
    std::vector<std::function<void(storage::Session&, std::int64_t)>> steps_;
    std::set<std::string> dropped_;
    std::set<const Field*> removed_;
};

/// What an object keeps of a field that was removed: its declaration, its columns, its places in layouts, when and by whom.
/// Throws Failure(NotFound, "unknown_deleted_field").
const Json& deleted_field(const Object& object, std::string_view id);

}  // namespace rapport::metadata
