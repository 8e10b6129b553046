#include "records/type_change_plan.h"

#include <algorithm>

#include "metadata/draft.h"
#include "metadata/schema.h"
#include "query/criterion.h"
#include "records/history.h"

namespace rapport::records {
namespace {

using metadata::Field;
using metadata::Object;
using metadata::quoted;

TimeZone zone_of(storage::Session& session) {
    auto name = session.value("SELECT time_zone FROM organization WHERE deleted_at IS NULL ORDER BY id LIMIT 1");
    return TimeZone::find(std::string(name ? name->text_or("UTC") : "UTC")).value_or(TimeZone::utc());
}

/// A checkbox is never empty.
Value stored_nothing(const Field& field) { return field.type->shape() == metadata::Shape::Boolean ? Value(0) : Value(); }

/// Of the changes that can be undone one after the other the last ones: each is nested in the one after it, and JSON only so deep.
constexpr int most_kept = 10;
Json with_newest(Json declaration, int left) {
    if (!declaration["former"].is_object()) return declaration;
    if (left == 0) {
        declaration.erase("former");
        return declaration;
    }
    Json former = declaration["former"];
    former.set("declaration", with_newest(former["declaration"], left - 1));
    declaration.set("former", std::move(former));
    return declaration;
}

/// What an amount is in the organization's currency; without that it cannot be kept.
void find_base(TypeChangePlan::Converted& one, Money& money, const Value& code, Date day) {
    try {
        if (auto base = money.base_of(one.is, code, day)) {
            one.base = *std::move(base);
            return;
        }
        one.problem = "There is no exchange rate for " + code.text() + ".";
    } catch (const Failure& failure) {
        if (failure.code() != "out_of_range") throw;
        one.problem = failure.what();
    }
    one.is = Value();
}

Problem in_the_way(const Object& object, const Field& field, const std::string& code, const std::string& message) { return {object.name + "." + field.name, code, message}; }

}  // namespace

const Json& former_of(const Field& field) { return field.declaration["former"]; }

TypeChangePlan::TypeChangePlan(Service& service, const TypeChange& change) : change_(change), before_(service.registry().current()) {
    object_ = &before_->object(change.object);
    from_ = &object_->field(change.field);
    const bool goes_back = change.goes_back();
    if (goes_back && !former_of(*from_).is_object()) throw Failure(FailureKind::Conflict, "nothing_kept", from_->label + " has never been of another type.");
    trial_ = service.registry().try_out([&](metadata::Draft& draft) {
        const Object& object = draft.catalogue().object(change.object);
        const Field& field = object.field(change.field);
        draft.change_type(object, field, becoming(field), "");
    });
    metadata::Conversion::Manner manner{change.adds_options, TimeZone::utc()};
    TimeZone last_zone = TimeZone::utc();
    service.database().read([&](storage::Session& session) {
        manner.zone = zone_of(session);
        if (goes_back) kept_ = former_of(*from_)["column"].string();
        if (goes_back) last_zone = TimeZone::find(former_of(*from_).string_or("zone", "")).value_or(manner.zone);
        const auto columns = metadata::columns_of(session, object_->name);
        has_code_ = columns.contains("currency_code");
        if (goes_back && !columns.contains(kept_)) throw Failure(FailureKind::Conflict, "nothing_kept", "What was in " + from_->label + " before is no longer there.");
    });
    const Field& to = trial_.catalogue->object(object_->name).field(from_->name);
    conversion_ = std::make_unique<metadata::Conversion>(*from_, to, manner);
    if (goes_back) last_change_ = std::make_unique<metadata::Conversion>(to, *from_, metadata::Conversion::Manner{false, last_zone});
    zone_ = manner.zone.name();
}

/// What the field becomes, but for its default and the options that are found.
Json TypeChangePlan::becoming(const Field& field) const {
    const Json& former = former_of(field);
    Json out = metadata::with_type(field, change_.goes_back() ? metadata::type_settings(former["declaration"]) : change_.settings);
    if (change_.adds_options) out.set("restricted", false);
    for (const char* key : {"former", "default"}) out.erase(key);
    return out;
}

Json TypeChangePlan::declaration(const metadata::Catalogue& now, std::int64_t number) const {
    const Field& field = now.object(change_.object).field(change_.field);
    Json out = becoming(field);
    metadata::Conversion& conversion = *conversion_;
    if (change_.adds_options && !conversion.options().empty()) {
        Json::Array options = out["options"].is_array() ? out["options"].array() : Json::Array{};
        for (std::size_t i = options.size(); i < conversion.options().size(); ++i) options.push_back(Json::Members{{"value", conversion.options()[i].value}, {"label", conversion.options()[i].label}});
        out.set("options", std::move(options));
        out.set("restricted", true);
    }
    if (!field.default_value.is_null()) {
        auto stored = field.type->read(field.default_value, field);
        auto becomes = stored ? conversion.convert(*stored) : stored;
        if (becomes && !becomes->is_null()) out.set("default", history_value(conversion.to(), *becomes));
    }
    const Json& former = former_of(field);
    // One that was undone leaves what had been before it, so that this can be undone next.
    if (!change_.goes_back())
        out.set("former", Json::Members{{"declaration", with_newest(field.declaration, most_kept - 1)}, {"column", metadata::name_aside(field, now.version() + 1)}, {"change_set", number}, {"changed_at", DateTime::now().text()}, {"zone", zone_}});
    else if (former["declaration"].has("former")) out.set("former", former["declaration"]["former"]);
    return out;
}

Json TypeChangePlan::depends_on(const Field& field) const {
    return Json::Members{{"was", metadata::type_settings(field.declaration)}, {"becomes", metadata::type_settings(becoming(field))}, {"kept", kept_}, {"zone", zone_}};
}

std::string TypeChangePlan::is_filled() const {
    return kept_.empty() ? quoted(from_->name) + " IS NOT NULL" : "(" + quoted(from_->name) + " IS NOT NULL OR " + quoted(kept_) + " IS NOT NULL)";
}

Result<Value> TypeChangePlan::convert(const Cell& now, const Cell& kept) {
    if (last_change_) {
        auto became = last_change_->convert(kept);
        const Value expected = became && !became->is_null() ? *became : stored_nothing(*from_);
        if (expected == now.value()) return kept.value();
    }
    return conversion_->convert(now);
}

void TypeChangePlan::each(storage::Session& session, const std::string& condition, std::initializer_list<Value> parameters, const std::function<bool(const Converted&)>& visit) {
    Money money(session);
    const bool reads_code = has_base() && has_code_;
    std::string columns = "id, deleted_at, " + quoted(from_->name) + ", " + (kept_.empty() ? "NULL" : quoted(kept_)) + ", created_at, ";
    columns += (reads_code ? "currency_code" : "NULL") + std::string(", ") + (object_->rate_date_field.empty() ? "NULL" : quoted(object_->rate_date_field));
    auto rows = session.query("SELECT " + columns + " FROM " + quoted(object_->name) + " WHERE " + condition, parameters);
    while (rows->next()) {
        Converted one{RecordId(rows->integer(0)), rows->is_null(1), rows->value(2), stored_nothing(to()), {}, {}};
        auto becomes = convert(rows->cell(2), rows->cell(3));
        if (!becomes) one.problem = becomes.error().message;
        else if (!becomes->is_null()) one.is = *std::move(becomes);
        if (has_base() && !one.is.is_null()) find_base(one, money, rows->value(5), rate_day(rows->value(6), rows->value(4)));
        if (!visit(one)) return;
    }
}

/// Rules that share records by the field's values.
void TypeChangePlan::find_rules(storage::Session& session, const std::function<void(const std::string&, const std::string&)>& visit) const {
    auto rows = session.query("SELECT name, criterion FROM sharing_rule WHERE deleted_at IS NULL AND object = ?1 AND criterion IS NOT NULL ORDER BY id", {object_->name});
    while (rows->next()) {
        const Json criterion = Json::parse(rows->text(1));
        if (!metadata::names_field(criterion, *from_)) continue;
        std::string problem;
        try {
            query::criterion(criterion, *trial_.catalogue, trial_.catalogue->object(object_->name));
        } catch (const Failure& failure) {
            problem = failure.what();
        }
        visit(std::string(rows->text(0)), problem);
    }
}

std::vector<Problem> TypeChangePlan::problems(storage::Session& session, const metadata::Catalogue& now) const {
    std::vector<Problem> out = trial_.problems;
    const Object& object = now.object(change_.object);
    const Field& field = object.field(change_.field);
    if (field.unique || field.external_id) out.push_back(in_the_way(object, field, "unique", field.label + " is unique: switch that off first, and on again afterwards."));
    for (const metadata::Use& use : metadata::uses_of(now, object, field))
        if (use.kind == "roll_up") out.push_back({use.object + "." + use.name, "roll_up", "The roll-up " + use.name + " sums " + field.label + " up: delete it first."});
    for (const metadata::Totals& totals : object.totals)
        if (std::find(totals.by.begin(), totals.by.end(), field.name) != totals.by.end() || std::find(totals.of.begin(), totals.of.end(), field.name) != totals.of.end())
            out.push_back(in_the_way(object, field, "totals", "Running totals are kept of " + field.label + "."));
    find_rules(session, [&](const std::string& name, const std::string& problem) {
        if (!problem.empty()) out.push_back({"sharing_rule." + name, "sharing_rule", "The sharing rule " + name + " would open nothing any more: " + problem});
    });
    return out;
}

std::vector<metadata::Use> TypeChangePlan::uses(storage::Session& session) const {
    std::vector<metadata::Use> out = metadata::uses_of(*before_, *object_, *from_);
    find_rules(session, [&](const std::string& name, const std::string&) { out.push_back({"sharing_rule", object_->name, name}); });
    return out;
}

}  // namespace rapport::records
