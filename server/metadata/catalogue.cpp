#include "metadata/catalogue.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "metadata/declaration.h"

namespace rapport::metadata {
namespace {

/// Joins objects that were read one by one: targets, children, what layouts and views name.
class Linker {
public:
    Linker(std::vector<Object>& objects, std::vector<Problem>& problems) : objects_(objects), problems_(problems) {
        for (Object& object : objects_) by_name_.emplace(object.name, &object);
    }

    void link() {
        for (Object& object : objects_) {
            for (Field& field : object.fields) {
                if (field.is_reference()) link_reference(object, field);
                if (field.roll_up) check_roll_up(object, field);
            }
            check_indexes(object);
            check_totals(object);
        }
    }

private:
    void refuse(const Object& object, const std::string& where, const std::string& message) {
        problems_.push_back({object.name + "." + where, "invalid_declaration", message});
    }

    void link_reference(Object& object, Field& field) {
        for (const auto& target : field.targets)
            if (!by_name_.contains(target)) refuse(object, field.relation, "There is no object \"" + target + "\" to refer to.");
        bool derived = field.child_relation.empty();
        if (derived && (field.system || field.relation.empty() || field.targets.empty())) return;
        if (derived) field.child_relation = derived_child_name(object, field);
        for (Object* parent : parents(field)) {
            if (!parent->find_children(field.child_relation)) {
                parent->children.push_back({field.child_relation, object.name, field.name});
            } else if (!field.targets.empty()) {
                refuse(object, field.relation, parent->label + " has a list \"" + field.child_relation + "\" already; choose another name in \"children\".");
            }
        }
    }

    std::vector<Object*> parents(const Field& field) {
        std::vector<Object*> out;
        for (Object& object : objects_)
            if (field.may_refer_to(object)) out.push_back(&object);
        return out;
    }

    std::string derived_child_name(const Object& object, const Field& field) {
        std::string plural = text::slug(object.plural_label);
        if (!text::is_identifier(plural)) plural = object.name + "_list";
        for (Object* parent : parents(field))
            if (parent->find_children(plural)) return plural + "_by_" + field.relation;
        return plural;
    }

    void check_roll_up(const Object& object, const Field& field) {
        const RollUp& roll_up = *field.roll_up;
        static const std::set<std::string> functions{"count", "sum", "minimum", "maximum", "average"};
        if (!functions.contains(roll_up.function)) refuse(object, field.name, "A roll-up is count, sum, minimum, maximum or average.");
        auto child = by_name_.find(roll_up.child);
        if (child == by_name_.end()) return refuse(object, field.name, "There is no object \"" + roll_up.child + "\" to sum up.");
        const Field* relation = child->second->find_field(roll_up.relation);
        if (!relation || !relation->is_reference()) refuse(object, field.name, "\"" + roll_up.relation + "\" of " + roll_up.child + " does not refer to anything.");
        if (roll_up.function == "count") return;
        const Field* summed = child->second->find_field(roll_up.field);
        if (!summed || !summed->has_column()) refuse(object, field.name, "\"" + roll_up.field + "\" of " + roll_up.child + " cannot be summed up.");
    }

    void check_indexes(const Object& object) {
        for (const Index& index : object.indexes) {
            for (std::string_view name : index.fields) {
                if (name.starts_with('-')) name.remove_prefix(1);
                const Field* field = object.find_field(name);
                if (!field || !field->has_column()) refuse(object, "indexes", "\"" + std::string(name) + "\" cannot be indexed.");
            }
        }
    }

    /// Roll-ups are written past the road on which totals are kept.
    void check_totals(const Object& object) {
        auto check = [&](const std::string& name, auto&& fits) {
            const Field* field = object.find_field(name);
            if (!field || !field->has_column() || field->roll_up || !fits(*field)) refuse(object, "totals", "There can be no totals by or of \"" + name + "\".");
        };
        auto is_key = [](const Field& field) {
            Shape shape = field.type->shape();
            return shape == Shape::Reference || shape == Shape::Boolean || shape == Shape::Date || (shape == Shape::Code && !field.options.empty());
        };
        for (const Totals& totals : object.totals) {
            if (!text::is_identifier(totals.name)) refuse(object, "totals", "Totals need a name.");
            for (const std::string& name : totals.by) check(name, is_key);
            for (const std::string& name : totals.of) check(name, [](const Field& field) { return field.type->shape() == Shape::Number; });
        }
    }

    std::vector<Object>& objects_;
    std::vector<Problem>& problems_;
    std::map<std::string, Object*, std::less<>> by_name_;
};

}  // namespace

std::shared_ptr<const Catalogue> Catalogue::build(std::span<const Json> declarations, std::int64_t version) {
    std::vector<Problem> problems;
    auto catalogue = std::shared_ptr<Catalogue>(new Catalogue());
    catalogue->version_ = version;
    for (const Json& declaration : declarations) {
        Object object = read_declaration(declaration, problems);
        if (object.number < 1 || object.number > RecordId::max_object_number)
            problems.push_back({object.name, "invalid_declaration", "An object's number is 1 to 32767."});
        std::size_t place = catalogue->objects_.size();
        if (!catalogue->by_number_.emplace(object.number, place).second)
            problems.push_back({object.name, "invalid_declaration", "Two objects have the number " + std::to_string(object.number) + "."});
        if (!catalogue->by_spelling_.emplace(normalized_spelling(object.name), place).second)
            problems.push_back({object.name, "duplicate_name", "There is an object \"" + object.name + "\" already."});
        catalogue->objects_.push_back(std::move(object));
    }
    for (std::size_t place = 0; place < catalogue->objects_.size(); ++place)
        for (const auto& alias : catalogue->objects_[place].aliases) catalogue->by_spelling_.emplace(normalized_spelling(alias), place);
    Linker(catalogue->objects_, problems).link();
    if (!problems.empty()) {
        std::string first = problems.front().message;
        throw Failure(FailureKind::Invalid, "invalid_declaration", first, std::move(problems));
    }
    return catalogue;
}

const Object* Catalogue::find(std::string_view spelling) const {
    auto found = by_spelling_.find(normalized_spelling(spelling));
    return found == by_spelling_.end() ? nullptr : &objects_[found->second];
}

const Object& Catalogue::object(std::string_view spelling) const {
    if (const Object* found = find(spelling)) return *found;
    throw Failure(FailureKind::NotFound, "unknown_object", "There is no object " + text::quoted(spelling) + ".");
}

const Object* Catalogue::find(RecordId id) const {
    auto found = by_number_.find(id.object_number());
    return found == by_number_.end() ? nullptr : &objects_[found->second];
}

}  // namespace rapport::metadata
