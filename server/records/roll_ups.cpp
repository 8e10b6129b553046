#include <algorithm>
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
void Pipeline::note_roll_ups(const Change& change, const std::vector<const metadata::Field*>& changed) {
    auto changes = [&](const std::string& name) { return std::any_of(changed.begin(), changed.end(), [&](const metadata::Field* field) { return field->name == name; }); };
    for (const metadata::Object& parent : catalogue_->objects()) {
        for (const metadata::Field& field : parent.fields) {
            if (!field.roll_up || field.roll_up->child != change.object.name) continue;
            const metadata::RollUp& roll_up = *field.roll_up;
            bool matters = change.kind != Operation::Kind::Update || !roll_up.filter.is_null() || changes(roll_up.relation) || changes(roll_up.field);
            if (!matters) continue;
            for (const Record* side : {change.before, static_cast<const Record*>(&change.after)})
                if (side && (*side)[roll_up.relation].is_integer()) roll_ups_.push_back({&parent, &field, (*side)[roll_up.relation].integer()});
        }
    }
}

void Pipeline::settle_roll_ups(std::string_view parent) {
    if (std::any_of(roll_ups_.begin(), roll_ups_.end(), [&](const RollUp& one) { return one.parent->name == parent; })) update_roll_ups();
}

/// Each parent once, however many of its children changed; then those that sum up the parents' sums.
void Pipeline::update_roll_ups() {
    constexpr int most_levels = 10;  // of sums of sums; a circle of them must not hang the server
    for (int level = 0; level < most_levels && !roll_ups_.empty(); ++level) {
        std::set<RollUp> now(roll_ups_.begin(), roll_ups_.end());
        roll_ups_.clear();
        for (const RollUp& one : now) update_roll_up(one);
    }
}

void Pipeline::update_roll_up(const RollUp& one) {
    const metadata::RollUp& roll_up = *one.field->roll_up;
    auto system = security::Actor::system("roll-up");
    auto select = [&] {
        query::Select out;
        out.object = roll_up.child;
        out.fields.push_back(aggregate(roll_up));
        Json by_parent = Json::Members{{"field", roll_up.relation}, {"op", "="}, {"value", RecordId(one.id).text()}};
        out.where = query::parse_filter(roll_up.filter.is_null() ? by_parent : Json(Json::Members{{"and", Json::Array{by_parent, roll_up.filter}}}));
        return out;
    };
    Value result;
    ask(select(), {system, catalogue_}, [&](const std::vector<Cell>& cells) { result = cells[0].value(); });
    session_.execute("UPDATE " + metadata::quoted(one.parent->name) + " SET " + metadata::quoted(one.field->name) + " = ?1 WHERE id = ?2", {result, one.id});
    changed_objects_.insert(one.parent->name);
    note_sums_of(one);
}

/// The sums in which this one counts.
void Pipeline::note_sums_of(const RollUp& one) {
    for (const metadata::Object& above : catalogue_->objects()) {
        for (const metadata::Field& field : above.fields) {
            if (!field.roll_up || field.roll_up->child != one.parent->name || field.roll_up->field != one.field->name) continue;
            auto parent = session_.value("SELECT " + metadata::quoted(field.roll_up->relation) + " FROM " + metadata::quoted(one.parent->name) + " WHERE id = ?1", {one.id});
            if (parent && parent->is_integer()) roll_ups_.push_back({&above, &field, parent->integer()});
        }
    }
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
