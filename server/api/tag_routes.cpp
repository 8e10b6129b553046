#include <algorithm>

#include "api/change_jobs.h"
#include "api/route.h"
#include "api/tag_job.h"
#include "base/text.h"
#include "metadata/current_tables.h"
#include "records/tag_list.h"
#include "records/tags.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

constexpr std::int64_t usual_limit = 20;
constexpr std::int64_t most_tags = 2000;
/// What so many records have is among those that one knows by heart.
constexpr std::int64_t told_apart = 1000;
constexpr std::size_t most_replaced = 100;

void write_tag(JsonWriter& out, const records::OfferedTag& tag) { out.member("id", tag.id.text()).member("name", tag.name).member("tint", tag.tint); }

/// The object whose tags are asked for, to whoever may see them.
const metadata::Object& tagged_object(Call& call, const std::string& name) {
    const metadata::Object& object = call.catalogue->object(name);
    const metadata::Field* field = records::tags_field(object);
    const security::Rights& rights = call.actor().rights();
    if (!field || !rights.may(security::ObjectRight::Read, object) || !rights.may_read(object, *field))
        throw Failure(FailureKind::NotFound, "no_tags", object.plural_label + " have no tags, or you may not see them.");
    return object;
}

/// Offered while somebody types: those of all objects, or in the order of one.
http::Response offered(Call& call) {
    if (!call.actor().rights().may(security::ObjectRight::Read, call.catalogue->object("tag"))) throw Failure(FailureKind::Forbidden, "object_forbidden", "You may not see the tags there are: your permission sets do not allow it.");
    records::TagRequest request;
    if (const std::string name = call.text("object"); !name.empty()) request.object = &tagged_object(call, name);
    request.beginning = call.text("q");
    request.limit = call.number("limit", usual_limit, 1, most_tags);
    request.count_to = told_apart;
    const auto tags = call.services.database.read([&](storage::Session& session) { return records::most_used_tags(session, request); });
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("tags").begin_array();
    for (const records::OfferedTag& tag : tags) {
        out.begin_object();
        write_tag(out, tag);
        out.end_object();
    }
    out.end_array().end_object();
    return response;
}

http::Response all_with_use(Call& call) {
    const auto limit = static_cast<std::size_t>(call.number("limit", usual_limit, 1, most_tags));
    const auto tags = call.services.database.read([&](storage::Session& session) { return records::tags_with_use(session, call.text("q"), limit); });
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().key("tags").begin_array();
    for (const records::TagUse& use : tags) {
        out.begin_object();
        write_tag(out, use.tag);
        out.member("records", use.records).key("objects").begin_object();
        for (const auto& [number, records] : use.by_object)
            if (const metadata::Object* object = call.catalogue->find(RecordId::of(number, 1))) out.member(object->name, records);
        out.end_object().end_object();
    }
    out.end_array().end_object();
    return response;
}

/// {"tags": [ids], "by": "name"}; by null takes them off.
records::TagReplacement read_replacement(const Json& body) {
    records::TagReplacement out{{}, std::string(text::trim(body.string_or("by", "")))};
    if (!body["by"].is_null() && out.by.empty()) throw invalid_field({"by", "required", "Name the tag that takes their place, or send null to take them off."});
    for (const Json& id : body["tags"].array()) out.tags.push_back(value_or_throw(RecordId::parse(id.string())));
    std::sort(out.tags.begin(), out.tags.end());
    out.tags.erase(std::unique(out.tags.begin(), out.tags.end()), out.tags.end());
    if (out.tags.empty() || out.tags.size() > most_replaced) throw invalid_field({"tags", "out_of_range", "Name 1 to 100 tags."});
    return out;
}

http::Response replace(Call& call) {
    const records::TagReplacement replacement = read_replacement(call.body());
    const StartedTags started = metadata::on_current_tables(call.services.registry, call.catalogue, [&](const auto&) {
        return start_replacing_tags(call.services.jobs, call.services.records, call.actor(), call.source(), replacement);
    });
    call.note_change_set(started.change_set);
    call.services.jobs.wait(started.job, patience);
    const auto set = call.services.database.read([&](storage::Session& session) { return records::change_set_for(session, call.actor(), started.change_set); });
    const records::TagReport report = records::tag_report_of(set);
    auto response = http::Response::json(200, "");
    JsonWriter out(response.body);
    out.begin_object().member("change_set", started.change_set).member("job", started.job).member("state", set.state);
    write_tag_report(out, report);
    out.end_object();
    return response;
}

}  // namespace

std::vector<Route> tag_routes() {
    using enum http::Method;
    return {
        {Get, "/tags", Door::LoggedIn, http::Where::Worker, offered, "listOfferedTags", "Tags of which a word begins with `q`, those on most records first, or on most of an `object`"},
        {Get, "/tags/use", Door::Administrator, http::Where::Worker, all_with_use, "countTags", "Tags of which a word begins with `q`, each with how many records of which objects have it"},
        {Post, "/tags/replace", Door::Administrator, http::Where::Worker, replace, "replaceTags", "Rename tags, merge them or take them off, on all records that have them"},
    };
}

}  // namespace rapport::api
