#include "records/merged.h"
#include "records/pipeline.h"
#include "security/restriction.h"
#include "security/rights.h"

namespace rapport::records {
/// Live records of `target` that this actor sees and whose `field` has this value; two at most.
std::vector<RecordId> Pipeline::find_by(const metadata::Object& target, const metadata::Field& field, const Json& value) {
    query::Select select;
    select.object = target.name;
    select.fields.push_back({"", {{"id"}, {}}, "", {}});
    select.where = query::parse_filter(Json::Members{{"field", field.name}, {"op", "="}, {"value", value}});
    select.limit = 2;
    std::vector<RecordId> found;
    ask(select, asking(), [&](const std::vector<Cell>& cells) { found.emplace_back(cells[0].integer()); });
    return found;
}

/// "account": "Acme" by name, "account": {"external_id": "A-7"} by another unique field, "account": "001…" by id.
void Pipeline::read_relation(Change& change, const metadata::Field& field, const Json& value) {
    if (value.is_string() && RecordId::parse(value.string())) return set_field(change, field, value);
    if (field.targets.size() != 1)
        return change.refuse(field.name, "invalid_id", field.label + " can refer to several objects, so it takes an id.");
    const metadata::Object& target = catalogue_->object(field.targets.front());
    std::string key = target.name_field;
    Json wanted = value;
    if (value.is_object()) {
        Json::Members members = value.members();
        std::erase_if(members, [](const auto& member) { return member.first == "attributes"; });
        if (members.size() != 1) return change.refuse(field.name, "wrong_type", "Name the " + target.label + " by one field, such as {\"external_id\": \"A-7\"}.");
        key = members.front().first;
        wanted = members.front().second;
    }
    change.given[static_cast<std::size_t>(field.index)] = true;
    if (metadata::normalized_spelling(key) == "id") return set_field(change, field, wanted);
    auto found = find_by(target, target.field(key), wanted);
    if (found.size() == 1) {
        change.after[field] = found.front().number();
        return;
    }
    std::string shown = wanted.is_string() ? wanted.string() : wanted.text();
    if (found.empty()) change.refuse(field.name, "no_match", "There is no " + target.label + " with " + key + " \"" + shown + "\".");
    else change.refuse(field.name, "ambiguous_match", "Several records of " + target.label + " have " + key + " \"" + shown + "\": use the id.");
}

void Pipeline::check_references(Change& change, bool exact) {
    for (const metadata::Field& field : change.object.fields) {
        if (!field.is_reference() || field.name == "id" || !field.has_column()) continue;
        const Value& value = change.after[field];
        bool unchanged = change.before && (*change.before)[field] == value;
        if (value.is_null() || unchanged) continue;
        RecordId id(value.integer());
        const metadata::Object* target = catalogue_->find(id);
        bool may_be = target && field.may_refer_to(*target);
        // What is put back may be in the trash itself, as it was or has become: it comes back with its name.
        if (may_be && exact && session_.value("SELECT 1 FROM trash WHERE record_id = ?1", {id.number()})) continue;
        if (may_be && !is_reachable(*target, id, security::Access::Read)) {
            // A record that was merged is known by its old id, too.
            RecordId survivor = survivor_of(session_, id);
            if (survivor && is_reachable(*target, survivor, security::Access::Read)) change.after[field] = (id = survivor).number();
        }
        if (!may_be) {
            change.refuse(field.name, "wrong_object", field.label + " cannot refer to " + (target ? "a record of " + target->label : "\"" + id.text() + "\"") + ".");
        } else if (!is_reachable(*target, id, security::Access::Read)) {
            change.refuse(field.name, "no_match", "There is no such record of " + target->label + ", or you may not see it.");
        } else if (security::is_parent(change.object, field) && !is_reachable(*target, id, security::access_to_parent(change.object, security::Access::Edit))) {
            std::string verb = change.object.parent_access == metadata::ParentAccess::Full ? "share" : "change";
            change.refuse(field.name, "parent_forbidden",
                          "You may see this " + target->label + " but not " + verb + " it, so you cannot add " + change.object.plural_label + " to it. Ask its owner or an administrator.");
        }
    }
}

/// A record is given away by its owner, by those above, and by those who may change all: not by whom it is shared with.
void Pipeline::check_new_owner(Change& change) {
    const metadata::Field* owner = change.object.owned ? change.object.find_field("owner_id") : nullptr;
    if (!owner || !change.before || !change.changes(owner->name)) return;
    bool may = is_reachable(change.object, change.id(), security::Access::Full);
    reachable_.clear();  // with another owner, others reach it
    if (!may) change.refuse(owner->name, "owner_forbidden", "You may change this " + change.object.label + " but not give it to somebody else. Ask its owner or an administrator.");
}

/// Which types of records people may make is for their permission sets to say.
void Pipeline::check_record_type(Change& change) const {
    const metadata::Field* type = change.object.record_type_field.empty() ? nullptr : change.object.find_field(change.object.record_type_field);
    if (!type || !change.changes(type->name) || !change.after[*type].is_text()) return;
    std::string_view value = change.after[*type].text();
    if (run_.actor.rights().may_use_record_type(value, change.object)) return;
    const metadata::PicklistOption* option = type->find_option(value);
    change.refuse(type->name, "record_type_forbidden", "Your permission sets do not let you give " + change.object.plural_label + " the " + type->label + " \"" + (option ? option->label : std::string(value)) + "\".");
}

bool Pipeline::is_reachable(const metadata::Object& target, RecordId id, security::Access access) {
    auto& reachable = reachable_[access];
    if (reachable.contains(id)) return true;
    security::Asking by_id = asking(access);
    by_id.hidden_fields = true;
    auto select = [&] {
        query::Select out;
        out.object = target.name;
        out.fields.push_back({"", {{"id"}, {}}, "", {}});
        out.where = security::is_record(id);
        return out;
    };
    auto statement = service_.statements().find({"reach", target.name}, by_id, session_.dialect(), select).about(id);
    bool found = false;
    query::for_each_row(session_, statement, [&](const std::vector<Cell>&) { found = true; });
    if (found) reachable.insert(id);
    return found;
}

/// Asked for one by one, the references of an import's rows would cost a question each.
void Pipeline::look_up_references(const std::vector<Operation>& operations) {
    std::map<const metadata::Object*, std::set<RecordId>> wanted;
    for (const Operation& operation : operations) {
        const metadata::Object* object = catalogue_->find(operation.object);
        if (!object || !operation.fields.is_object()) continue;
        for (const auto& [key, value] : operation.fields.members()) {
            auto id = value.is_string() ? RecordId::parse(value.string()) : Result<RecordId>(RecordId());
            const metadata::Field* field = id && *id ? object->find_field(key) : nullptr;
            const metadata::Object* target = field && field->is_reference() ? catalogue_->find(*id) : nullptr;
            if (target && run_.actor.rights().may(security::ObjectRight::Read, *target)) wanted[target].insert(*id);
        }
    }
    security::Asking by_id = asking();
    by_id.hidden_fields = true;
    for (const auto& [target, ids] : wanted) {
        query::Select select;
        select.object = target->name;
        select.fields.push_back({"", {{"id"}, {}}, "", {}});
        select.where = security::is_record(*ids.begin());
        select.where->comparison = query::Comparison::In;
        select.where->values.clear();
        for (RecordId id : ids) select.where->values.push_back({query::Literal::Kind::String, id.text(), {}});
        select.limit = static_cast<std::int64_t>(ids.size());
        ask(select, by_id, [&](const std::vector<Cell>& cells) { reachable_[security::Access::Read].insert(RecordId(cells[0].integer())); });
    }
}

}  // namespace rapport::records
