#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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
    void remove_object(const Object& object);

    void add_field(const Object& object, Json declaration);
    /// Replaces settings of a field. A type can only become one that keeps every value (text to long_text, …).
    void set_field(const Object& object, const Field& field, const Json& settings);
    /// Ours cannot be removed. Failure(Conflict, "standard_field").
    void remove_field(const Object& object, const Field& field);

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

    /// What must be set aside in the database, in order, before the tables are brought up.
    const std::vector<std::function<void(storage::Session&, std::int64_t version)>>& removals() const { return removals_; }

private:
    Json& entry(const Object& object);
    void put(Json& list, std::string_view name, const Json& value);
    /// The name by which a field is declared: "account" for account_id.
    static std::string declared_name(const Field& field);
    void drop(const Object& object);
    void remove_references(const Object& object, const Object& other);
    void prune_duplicate_rules(Json& over) const;
    void prune_view(const Object& object, const Json& view);
    Json pruned(const Object& object, std::string_view key, const Json& value) const;
    bool is_removed(const Object& object, const Field& field) const;
    bool leads_to_removed(const Object& from, std::string_view path) const;
    bool lists_removed(const Object& object, std::string_view children) const;
    void remove_target(const Object& object, const Field& field, std::string_view target);

    const Catalogue& catalogue_;
    Overlay overlay_;
    std::vector<std::function<void(storage::Session&, std::int64_t)>> removals_;
    std::set<std::string> dropped_;
    std::set<const Field*> removed_;
};

}  // namespace rapport::metadata
