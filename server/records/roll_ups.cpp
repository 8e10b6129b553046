#include <set>

#include "metadata/schema.h"
#include "records/pipeline.h"
#include "security/restriction.h"

namespace rapport::records {
namespace {

query::Term aggregate(const metadata::RollUp& roll_up) {
    static const std::map<std::string, std::string, std::less<>> functions{{"count", "count"}, {"sum", "sum"}, {"minimum", "min"}, {"maximum", "max"}, {"average", "avg"}};
    std::string field = roll_up.function == "count" ? "id" : roll_up.field;
    return {functions.find(roll_up.function)->second, {{field}, {}}, "result", {}};
}

}  // namespace

/// The parents that this change may count differently for: those it belongs to now, and those it belonged to before.
void Pipeline::update_roll_ups(const Change& change) {
    for (const metadata::Object& parent : catalogue_->objects()) {
        for (const metadata::Field& field : parent.fields) {
            if (!field.roll_up || field.roll_up->child != change.object.name) continue;
            std::set<std::int64_t> parents;
            Record stored = change.kind == Operation::Kind::Delete ? stored_record(change.object, change.id()) : change.after;
            for (const Record* side : {change.before, static_cast<const Record*>(&stored)})
                if (side && (*side)[field.roll_up->relation].is_integer()) parents.insert((*side)[field.roll_up->relation].integer());
            for (std::int64_t id : parents) update_roll_up(parent, field, RecordId(id));
        }
    }
}

void Pipeline::update_roll_up(const metadata::Object& parent, const metadata::Field& field, RecordId id) {
    const metadata::RollUp& roll_up = *field.roll_up;
    query::Select select;
    select.object = roll_up.child;
    select.fields.push_back(aggregate(roll_up));
    Json by_parent = Json::Members{{"field", roll_up.relation}, {"op", "="}, {"value", id.text()}};
    select.where = query::parse_filter(roll_up.filter.is_null() ? by_parent : Json(Json::Members{{"and", Json::Array{by_parent, roll_up.filter}}}));
    auto system = security::Actor::system("roll-up");
    Value result;
    ask(select, {system, catalogue_}, [&](const std::vector<Cell>& cells) { result = cells[0].value(); });
    session_.execute("UPDATE " + metadata::quoted(parent.name) + " SET " + metadata::quoted(field.name) + " = ?1 WHERE id = ?2", {result, id.number()});
    changed_objects_.insert(parent.name);
}

/// One question a roll-up for all parents together: a rate may concern a million records.
void Service::refresh_roll_ups(const metadata::Object& child, storage::Session& session) const {
    auto catalogue = registry_.current();
    auto system = security::Actor::system("roll-up");
    for (const metadata::Object& parent : catalogue->objects()) {
        for (const metadata::Field& field : parent.fields) {
            if (!field.roll_up || field.roll_up->child != child.name) continue;
            query::Select select;
            select.object = child.name;
            query::Term relation{"", {{field.roll_up->relation}, {}}, "", {}};
            select.fields = {relation, aggregate(*field.roll_up)};
            select.group_by = {relation};
            if (!field.roll_up->filter.is_null()) select.where = query::parse_filter(field.roll_up->filter);
            std::vector<std::pair<Value, Value>> results;
            query::for_each_row(session, security::compile(select, {system, catalogue}, session.dialect()),
                                [&](const std::vector<Cell>& cells) { results.emplace_back(cells[0].value(), cells[1].value()); });
            std::string update = "UPDATE " + metadata::quoted(parent.name) + " SET " + metadata::quoted(field.name) + " = ?1 WHERE id = ?2";
            for (const auto& [id, result] : results)
                if (id.is_integer()) session.execute(update, {result, id});
        }
    }
}

}  // namespace rapport::records
