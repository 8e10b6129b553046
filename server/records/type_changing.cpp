#include "records/type_changing.h"

#include "metadata/schema.h"
#include "records/change_sets.h"
#include "records/type_change_plan.h"
#include "search/filling.h"
#include "search/index.h"

namespace rapport::records {
namespace {

using metadata::quoted;

constexpr std::int64_t page = 1000;  // records; others wait to write for so long

std::string column_of(std::int64_t change_set) { return "type_change_" + std::to_string(change_set); }

std::int64_t first_id(const metadata::Object& object) { return RecordId::of(object.number, 0).number(); }
std::int64_t last_id(const metadata::Object& object) { return RecordId::of(object.number, RecordId::last_sequence).number(); }

/// Whether it is known what was written since.
bool is_known(storage::Session& session, const TypeChangeState& state) {
    return state.since && (state.since->newest == 0 || outbox_reaches_back(session, *state.since));
}

}  // namespace

Json TypeChangeState::json() const {
    Json::Array added;
    for (const std::string& option : options) added.emplace_back(option);
    return Json::Members{{"cursor", cursor}, {"since", since ? Json(place_text(*since)) : Json()}, {"values", values}, {"converted", converted}, {"lost", lost}, {"options", std::move(added)}, {"depends_on", depends_on}};
}

TypeChangeState TypeChangeState::read(const Json& json) {
    TypeChangeState state;
    state.cursor = json.integer_or("cursor", 0);
    if (json["since"].is_string()) state.since = read_place(json["since"].string());
    state.values = json.integer_or("values", 0);
    state.converted = json.integer_or("converted", 0);
    state.lost = json.integer_or("lost", 0);
    if (json["options"].is_array())
        for (const Json& option : json["options"].array()) state.options.push_back(option.string());
    state.depends_on = json["depends_on"];
    return state;
}

TypeChanging::TypeChanging(Service& service, TypeChange change, std::int64_t change_set, TypeChangeState state)
    : service_(service), change_(std::move(change)), change_set_(change_set), state_(std::move(state)), plan_(std::make_unique<TypeChangePlan>(service_, change_)) {
    for (const std::string& option : state_.options) plan_->conversion().add_option(option);
}

TypeChanging::~TypeChanging() = default;

std::int64_t TypeChanging::begin(storage::Session& session) {
    const metadata::Object& object = plan_->object();
    const std::string column = column_of(change_set_);
    refuse_another_type();
    const bool is_there = metadata::columns_of(session, object.name).contains(column);
    if (!is_there) {
        metadata::add_column(session, object, plan_->to(), column);
        if (plan_->has_base()) metadata::add_column(session, object, plan_->to(), column + "_base");
    }
    if (!is_there || state_.depends_on != plan_->depends_on() || !is_known(session, state_) || rates_changed(session)) {
        state_ = TypeChangeState{};
        state_.since = end_of_outbox(session);
        state_.depends_on = plan_->depends_on();
    }
    return session.value("SELECT COUNT(*) FROM " + quoted(object.name) + " WHERE " + plan_->is_filled())->integer();
}

/// Between two attempts the field may have become something else.
void TypeChanging::refuse_another_type() const {
    if (state_.depends_on.is_null()) return;
    const Json now = plan_->depends_on();
    for (const char* side : {"was", "becomes"})
        if (now[side]["type"] != state_.depends_on[side]["type"]) throw Failure(FailureKind::Invalid, "type_change", plan_->from().label + " has become something else meanwhile.");
}

/// Amounts in the organization's currency follow the rates, but not where they are not in their place yet.
bool TypeChanging::rates_changed(storage::Session& session) const {
    if (!plan_->has_base()) return false;
    const metadata::Object& rates = service_.registry().current()->object("exchange_rate");
    return !changed_since(session, *state_.since, first_id(rates), last_id(rates), 1).empty();
}

bool TypeChanging::convert_page(storage::Session& session) {
    const std::int64_t seen = state_.values;
    convert(session, plan_->is_filled() + " AND id > ?1 ORDER BY id LIMIT ?2", {state_.cursor, page}, Counting::Values);
    return state_.values - seen == page;
}

void TypeChanging::catch_up(storage::Session& session) {
    const metadata::Object& object = plan_->object();
    const OutboxPlace now = end_of_outbox(session);
    std::vector<RecordId> changed;
    for (std::int64_t from = first_id(object);; from = changed.back().number() + 1) {
        changed = changed_since(session, *state_.since, from, last_id(object), page);
        for (RecordId id : changed) convert(session, "id = ?1", {id.number()}, Counting::Nothing);
        if (static_cast<std::int64_t>(changed.size()) < page) break;
    }
    state_.since = now;
}

void TypeChanging::convert(storage::Session& session, const std::string& condition, std::initializer_list<Value> parameters, Counting counting) {
    std::vector<TypeChangePlan::Converted> found;
    plan_->each(session, condition, parameters, [&](const TypeChangePlan::Converted& one) {
        found.push_back(one);
        return true;
    });
    const std::string table = quoted(plan_->object().name), column = quoted(column_of(change_set_)), base = quoted(column_of(change_set_) + "_base");
    for (const TypeChangePlan::Converted& one : found) {
        if (plan_->has_base()) session.execute("UPDATE " + table + " SET " + column + " = ?2, " + base + " = ?3 WHERE id = ?1", {one.record.number(), one.is, one.base});
        else session.execute("UPDATE " + table + " SET " + column + " = ?2 WHERE id = ?1", {one.record.number(), one.is});
        if (counting == Counting::Nothing) continue;
        state_.cursor = one.record.number();
        ++state_.values;
        ++(one.is_lost() ? state_.lost : state_.converted);
    }
    keep_options();
}

void TypeChanging::keep_options() {
    if (!change_.adds_options) return;
    state_.options.clear();
    for (const metadata::PicklistOption& option : plan_->conversion().options()) state_.options.push_back(option.value);
}

void TypeChanging::finish() {
    const TypeChangeState before = state_;
    service_.registry().change_values(plan_->object().name, [&](metadata::Draft& draft, storage::Session& session) {
        state_ = before;
        end(session, draft);
    });
}

void TypeChanging::end(storage::Session& session, metadata::Draft& draft) {
    const metadata::Object& object = draft.catalogue().object(change_.object);
    const metadata::Field& field = object.field(change_.field);
    // What the next attempt begins anew with.
    if (state_.depends_on != plan_->depends_on(field) || !is_known(session, state_) || rates_changed(session)) throw Failure(FailureKind::Unavailable, "begins_anew", "The field or exchange rates have changed, or too much else: the values are converted once more.");
    catch_up(session);
    if (const auto problems = plan_->problems(session, draft.catalogue()); !problems.empty()) throw Failure(FailureKind::Invalid, "in_use", problems.front().message, problems);
    refuse_missing(session, object, field);
    draft.change_type(object, field, plan_->declaration(draft.catalogue(), change_set_), column_of(change_set_));
    if (search::is_indexed(object, field)) search::forget_filling(session, object);
    const Json details = Json::Members{{"field", field.name}, {"label", field.label}, {"from", field.type->name()}, {"to", plan_->to().type->name()}, {"values", state_.values}, {"converted", state_.converted}, {"lost", state_.lost}};
    session.execute("UPDATE change_set SET records = ?2, details = ?3 WHERE id = ?1", {change_set_, state_.converted, details.text()});
    end_running(session, change_set_, "done");
    if (const Json& former = former_of(field); change_.goes_back()) session.execute("UPDATE change_set SET undone = 'yes', undone_by = ?2 WHERE id = ?1", {former["change_set"].integer(), change_set_});
}

void TypeChanging::refuse_missing(storage::Session& session, const metadata::Object& object, const metadata::Field& field) const {
    if (!field.required || plan_->to().type->shape() == metadata::Shape::Boolean) return;
    auto missing = session.value("SELECT COUNT(*) FROM " + quoted(object.name) + " WHERE deleted_at IS NULL AND " + quoted(field.name) + " IS NOT NULL AND " + quoted(column_of(change_set_)) + " IS NULL")->integer();
    if (missing > 0) throw Failure(FailureKind::Invalid, "values_missing", field.label + " is required, and " + std::to_string(missing) + " records would be without it. Nothing has changed.");
}

}  // namespace rapport::records
