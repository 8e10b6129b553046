#include <algorithm>
#include <set>

#include "metadata/running_totals.h"
#include "metadata/schema.h"
#include "records/pipeline.h"
#include "records/sums.h"
#include "security/restriction.h"

namespace rapport::records {

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

/// Each parent once, however many of its children changed, and all parents of a sum with one question; then those that sum
/// up the parents' sums.
void Pipeline::update_roll_ups() {
    constexpr int most_levels = 10;  // of sums of sums; a circle of them must not hang the server
    for (int level = 0; level < most_levels && !roll_ups_.empty(); ++level) {
        std::set<RollUp> now(roll_ups_.begin(), roll_ups_.end());
        roll_ups_.clear();
        for (auto first = now.begin(); first != now.end();) {
            auto last = std::find_if(first, now.end(), [&](const RollUp& one) { return one.field != first->field; });
            update_roll_up(*first->parent, *first->field, {first, last});
            first = last;
        }
    }
}

void Pipeline::update_roll_up(const metadata::Object& parent, const metadata::Field& field, const std::vector<RollUp>& sums) {
    std::vector<std::int64_t> parents;
    for (const RollUp& one : sums) parents.push_back(one.id);
    const auto results = sums_of(session_, catalogue_, field, parents);
    const std::string update = update_sum_statement(parent, field);
    for (const RollUp& one : sums) {
        session_.execute(update, {results.at(one.id), one.id});
        note_sums_of(one);
    }
    changed_objects_.insert(parent.name);
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
void Service::refresh_sums(const metadata::Object& child, storage::Session& session) const {
    metadata::totals::rebuild(session, child);
    auto catalogue = registry_.current();
    auto system = security::Actor::system("roll-up");
    for (const metadata::Object& parent : catalogue->objects()) {
        for (const metadata::Field& field : parent.fields) {
            if (!field.roll_up || field.roll_up->child != child.name) continue;
            std::vector<std::pair<Value, Value>> results;
            query::for_each_row(session, security::compile(sums_by_parent(field), {system, catalogue}, session.dialect()),
                                [&](const std::vector<Cell>& cells) { results.emplace_back(cells[0].value(), cells[1].value()); });
            const std::string update = update_sum_statement(parent, field);
            for (const auto& [id, result] : results)
                if (id.is_integer()) session.execute(update, {result, id});
        }
    }
}

}  // namespace rapport::records
