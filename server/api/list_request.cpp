#include "api/list_request.h"

#include "base/text.h"

namespace rapport::api {

namespace {

/// Empty text is all fields.
void select_fields(query::Select& select, std::string_view fields) {
    if (text::trim(fields).empty()) {
        select.all_fields = query::Select::AllFields::All;
        return;
    }
    bool has_id = false;
    for (std::string_view item : text::split(fields, ',')) {
        std::string_view name = text::trim(item);
        if (!name.empty()) select.fields.push_back({"", query::parse_path(name), "", {}});
        has_id = has_id || name == "id";
    }
    if (!has_id) select.fields.insert(select.fields.begin(), query::Term{"", {{"id"}, {}}, "", {}});
}

}  // namespace

query::Select select_list(std::string_view object, std::string_view fields, std::string_view filter, std::string_view sort) {
    query::Select select;
    select.object = object;
    select_fields(select, fields);
    if (!filter.empty()) select.where = query::parse_filter(Json::parse(filter));
    if (!sort.empty()) select.order_by = query::parse_sort(sort);
    return select;
}

query::Select select_in(const Json& body) {
    if (!body["soql"].is_null()) return query::parse_soql(body["soql"].string());
    std::string fields;
    if (body["fields"].is_array())
        for (const Json& field : body["fields"].array()) fields += (fields.empty() ? "" : ",") + field.string();
    else fields = body.string_or("fields", "");
    return select_list(body.string_or("object", ""), fields, body["filter"].is_null() ? "" : body["filter"].text(), body.string_or("sort", ""));
}

http::Response answer_page(Call& call, query::Restricted::Trash trash, const Compile& compile, std::int64_t limit) {
    http::Response response = http::Response::json(200, "");
    ask(call, trash, compile, [&](storage::Session& session, const query::Statement& statement) {
        response.body.clear();
        JsonWriter out(response.body);
        out.begin_object().key("records").begin_array();
        query::Page page = query::write_records(session, statement, limit, out);
        out.end_array().key("next");
        if (page.next.empty()) out.null();
        else out.string(page.next);
        out.end_object();
    });
    return response;
}

http::Response answer_list(Call& call, const metadata::Object& object, query::Restricted::Trash trash) {
    std::string fields = call.text("fields"), filter = call.text("filter"), sort = call.text("sort"), cursor = call.text("cursor");
    auto read = [&] {
        query::Select select = select_list(object.name, fields, filter, sort);
        select.cursor = cursor;
        return select;
    };
    std::int64_t limit = call.number("limit", default_limit, 1, greatest_limit);
    auto compile = [&](const security::Asking& asking) {
        return call.services.records.statements().find({"list", object.name, fields, filter, sort, cursor}, asking, call.services.database.dialect(), read);
    };
    return answer_page(call, trash, compile, limit);
}

std::string record_json(Call& call, const metadata::Object& object, RecordId id, std::string_view fields, query::Restricted::Trash trash) {
    auto read = [&] {
        query::Select select = select_list(object.name, fields, "", "");
        select.where = security::is_record(id);
        select.limit = 1;
        return select;
    };
    auto compile = [&](const security::Asking& asking) {
        return call.services.records.statements().find({"one", object.name, fields}, asking, call.services.database.dialect(), read).about(id);
    };
    std::string json;
    std::int64_t count = ask(call, trash, compile, [&](storage::Session& session, const query::Statement& statement) {
        json.clear();
        JsonWriter out(json);
        return query::write_records(session, statement, 1, out).count;
    });
    if (count == 0) throw Failure(FailureKind::NotFound, "not_found", "There is no such record of " + object.label + ", or you may not see it.");
    return json;
}

}  // namespace rapport::api
