#include "api/list_request.h"

#include "base/text.h"
#include "security/restriction.h"

namespace rapport::api {
namespace {

query::Path path_of(std::string_view text) {
    query::Path path;
    while (true) {
        auto dot = text.find('.');
        path.names.emplace_back(text.substr(0, dot));
        if (dot == std::string_view::npos) return path;
        text.remove_prefix(dot + 1);
    }
}

query::Statement compile(Call& call, const query::Select& select, query::Restricted::Trash trash) {
    auto bound = query::bind(select, call.catalogue, call.context(), security::visible_to(call.actor()));
    return query::compile(security::restrict_to(call.actor(), std::move(bound), security::Access::Read, trash), call.services.database.dialect());
}

}  // namespace

void select_fields(query::Select& select, std::string_view fields) {
    if (text::trim(fields).empty()) {
        select.all_fields = query::Select::AllFields::All;
        return;
    }
    bool has_id = false;
    while (!fields.empty()) {
        auto comma = fields.find(',');
        std::string_view name = text::trim(fields.substr(0, comma));
        if (!name.empty()) select.fields.push_back({"", path_of(name), "", {}});
        has_id = has_id || name == "id";
        fields = comma == std::string_view::npos ? std::string_view() : fields.substr(comma + 1);
    }
    if (!has_id) select.fields.insert(select.fields.begin(), query::Term{"", {{"id"}, {}}, "", {}});
}

query::Select read_list(const Call& call, const metadata::Object& object) {
    query::Select select;
    select.object = object.name;
    select_fields(select, call.text("fields"));
    if (auto filter = call.text("filter"); !filter.empty()) select.where = query::parse_filter(Json::parse(filter));
    if (auto sort = call.text("sort"); !sort.empty()) select.order_by = query::parse_sort(sort);
    select.cursor = call.text("cursor");
    return select;
}

http::Response answer_list(Call& call, const query::Select& select, std::int64_t limit, query::Restricted::Trash trash) {
    query::Statement statement = compile(call, select, trash);
    http::Response response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
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

std::string record_json(Call& call, const metadata::Object& object, RecordId id, std::string_view fields, query::Restricted::Trash trash) {
    query::Select select;
    select.object = object.name;
    select_fields(select, fields);
    query::Condition by_id;
    by_id.kind = query::Condition::Kind::Compare;
    by_id.term.path = {{"id"}, {}};
    by_id.values = {{query::Literal::Kind::String, id.text(), {}}};
    select.where = std::move(by_id);
    select.limit = 1;
    query::Statement statement = compile(call, select, trash);
    std::string json;
    std::int64_t count = call.services.database.read([&](storage::Session& session) {
        json.clear();
        JsonWriter out(json);
        return query::write_records(session, statement, 1, out).count;
    });
    if (count == 0) throw Failure(FailureKind::NotFound, "not_found", "There is no such record of " + object.label + ", or you may not see it.");
    return json;
}

}  // namespace rapport::api
