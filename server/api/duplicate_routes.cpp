#include <algorithm>
#include <chrono>
#include <limits>

#include "api/route.h"
#include "duplicates/finding.h"
#include "duplicates/pairs.h"
#include "metadata/current_tables.h"
#include "search/duplicates.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

constexpr std::int64_t usual_matches = 5, most_matches = 20;

void refuse_without_rules(const metadata::Object& object) {
    if (object.duplicate_rules.empty())
        throw Failure(FailureKind::Invalid, "no_duplicate_rules", object.plural_label + " have no rules by which duplicates are told: an administrator can set them.");
}

/// The values of a form that is being filled in: what cannot be read yet says nothing yet.
class FormValues {
public:
    FormValues(const metadata::Object& object, const Json& form) : values_(object.fields.size()) {
        for (const auto& [key, value] : form.members()) {
            const metadata::Field* field = object.find_field(key);
            if (field) read(object, *field, value);
        }
        take_whole_name(object);
    }

    const Value& operator()(const metadata::Field& field) const { return values_[static_cast<std::size_t>(field.index)]; }

private:
    void read(const metadata::Object& object, const metadata::Field& field, const Json& value) {
        if (field.type->shape() == metadata::Shape::Compound && value.is_object()) {
            for (const metadata::Field& part : object.fields)
                if (part.component_of == field.name && value.has(part.component)) read(object, part, value[part.component]);
            return;
        }
        if (value.is_null() || !field.has_column()) return;
        if (auto stored = field.type->read(value, field)) values_[static_cast<std::size_t>(field.index)] = *std::move(stored);
    }

    /// A name that was written as a whole is compared like its parts, whose order does not matter.
    void take_whole_name(const metadata::Object& object) {
        const Value whole = (*this)(object.field(object.name_field));
        for (const metadata::Comparison& comparison : object.duplicate_rules.compare) {
            if (comparison.as != metadata::Comparing::Person) continue;
            bool known = std::any_of(comparison.fields.begin(), comparison.fields.end(), [&](const std::string& name) { return !(*this)(object.field(name)).is_null(); });
            if (!known) values_[static_cast<std::size_t>(object.field(comparison.fields.front()).index)] = whole;
        }
    }

    std::vector<Value> values_;
};

RecordId read_id(const Call& call, const Json& value, const metadata::Object& object) {
    auto id = RecordId::parse(value.is_string() ? value.string() : "");
    if (!id || call.catalogue->find(*id) != &object) throw invalid_field({"records", "invalid_id", "Name two records of " + object.label + " by their ids."});
    return *id;
}

/// What is like the record that somebody is about to make or, with an id, that is there: among those of its object and of
/// those in which it may stand, too.
http::Response match(Call& call) {
    const std::string name = call.object().name;
    const Json body = call.body();
    const auto limit = static_cast<std::size_t>(call.number("limit", usual_matches, 1, most_matches));
    std::string json = metadata::on_current_tables(call.services.registry, call.catalogue, [&](const metadata::CataloguePointer& catalogue) {
        const metadata::Object& object = catalogue->object(name);
        refuse_without_rules(object);
        security::Asking asking{call.actor(), catalogue};
        auto id = RecordId::parse(body.string_or("id", ""));
        const auto profile = search::visible_profile(asking, object, FormValues(object, body));
        return call.services.database.read([&](storage::Session& session) {
            std::string text;
            JsonWriter out(text);
            out.begin_object().key("matches").begin_array();
            for (const auto& one : search::find_duplicates(session, asking, {object, profile, search::where_to_look(*catalogue, object), id ? *id : RecordId(), limit})) search::write(out, object, one);
            out.end_array().end_object();
            return text;
        });
    });
    return http::Response::json(200, std::move(json));
}

void write_side(JsonWriter& out, std::string_view object, const duplicates::Pair::Side& side) {
    out.begin_object().member("object", object).member("id", side.id.text()).member("name", side.name).end_object();
}

std::string page_json(const metadata::Object& object, const duplicates::PairPage& page) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("pairs").begin_array();
    for (const auto& pair : page.pairs) {
        out.begin_object().key("records").begin_array();
        write_side(out, object.name, pair.older);
        write_side(out, object.name, pair.newer);
        out.end_array().member("score", pair.score).key("reasons");
        search::write_reasons(out, object, pair.reasons);
        out.end_object();
    }
    out.end_array().key("next");
    if (page.next.empty()) out.null();
    else out.string(page.next);
    out.end_object();
    return json;
}

http::Response list(Call& call) {
    const std::string name = call.catalogue->object(call.text("object")).name;
    std::string json = metadata::on_current_tables(call.services.registry, call.catalogue, [&](const metadata::CataloguePointer& catalogue) {
        const metadata::Object& object = catalogue->object(name);
        refuse_without_rules(object);
        duplicates::PairRequest request{object, call.flag("dismissed"), call.number("change_set", 0, 0, std::numeric_limits<std::int64_t>::max()), call.text("cursor"), static_cast<std::size_t>(call.number("limit", 50, 1, 200))};
        return page_json(object, call.services.database.read([&](storage::Session& session) { return duplicates::list_pairs(session, {call.actor(), catalogue}, request); }));
    });
    return http::Response::json(200, std::move(json));
}

/// {"records": [id, id]}: these are different; with "different": false they may be the same after all.
http::Response dismiss(Call& call) {
    const metadata::Object& object = call.object();
    refuse_without_rules(object);
    const Json body = call.body();
    const Json& records = body["records"];
    if (!records.is_array() || records.array().size() != 2) throw invalid_field({"records", "required", "Name the two records by their ids."});
    const RecordId one = read_id(call, records.array()[0], object), other = read_id(call, records.array()[1], object);
    const bool different = body.boolean_or("different", true);
    call.services.database.write([&](storage::Session& session) { duplicates::dismiss(session, {call.actor(), call.catalogue}, object, one, other, different); });
    return no_content();
}

/// Looks now for what the schedule would find in a while.
http::Response find(Call& call) {
    refuse_without_rules(call.object());
    constexpr std::chrono::seconds patience(2);
    const std::int64_t job = call.services.jobs.add({duplicates::kind_name, {}, call.actor().user(), {}, {}});
    call.services.jobs.wake();
    call.services.jobs.wait(job, patience);
    auto response = http::Response::json(202, "");
    JsonWriter(response.body).begin_object().member("job", job).end_object();
    return response;
}

}  // namespace

std::vector<Route> duplicate_routes() {
    using enum http::Method;
    constexpr auto logged_in = Door::LoggedIn;
    constexpr auto worker = http::Where::Worker;
    return {
        {Get, "/duplicates", logged_in, worker, list, "listDuplicates", "Pairs of records of an object that are likely the same, the likeliest first"},
        {Post, "/duplicates/{object}", logged_in, worker, match, "findDuplicates", "Records that are likely the same as one with these values", Effect::None},
        {Post, "/duplicates/{object}/find", Door::Administrator, worker, find, "lookForDuplicates", "Look for pairs now"},
        {Post, "/duplicates/{object}/dismiss", logged_in, worker, dismiss, "dismissDuplicates", "Say that two records are different, or take that back"},
    };
}

}  // namespace rapport::api
