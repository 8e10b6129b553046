#include "query/testing/workspace.h"

#include <fmt/format.h>

#include <regex>

#include "metadata/schema.h"

namespace rapport::query::testing {

metadata::CataloguePointer small_catalogue() {
    std::vector<Json> declarations;
    for (const char* text : {
             R"({"name": "user", "number": 1, "owned": false, "fields": [
                 {"name": "name", "type": "text"}, {"name": "manager", "type": "lookup", "to": "user"}]})",
             R"({"name": "account", "number": 2, "fields": [
                 {"name": "name", "type": "text"}, {"name": "parent", "type": "lookup", "to": "account", "children": "subsidiaries"},
                 {"name": "industry", "type": "picklist", "options": [{"value": "banking", "label": "Banking"}, {"value": "retail", "label": "Retail"}]},
                 {"name": "employees", "type": "integer", "aliases": ["NumberOfEmployees"]}]})",
             R"({"name": "contact", "number": 3, "name_field": "last_name", "fields": [
                 {"name": "last_name", "type": "text"}, {"name": "account", "type": "lookup", "to": "account", "children": "contacts"},
                 {"name": "interests", "type": "multi_picklist", "options": [{"value": "golf", "label": "Golf"}, {"value": "wine", "label": "Wine"},
                                                                            {"value": "sailing", "label": "Sailing"}]}]})",
             R"({"name": "note", "number": 6, "fields": [{"name": "name", "type": "text"}, {"name": "about", "type": "polymorphic_lookup"}]})",
             R"({"name": "stage", "number": 4, "owned": false, "fields": [{"name": "name", "type": "text"}]})",
             R"({"name": "opportunity", "number": 5, "fields": [
                 {"name": "name", "type": "text"}, {"name": "account", "type": "lookup", "to": "account", "children": "opportunities"},
                 {"name": "stage", "type": "lookup", "to": "stage", "name_alias": "StageName"},
                 {"name": "amount", "type": "currency"}, {"name": "probability", "type": "percent"},
                 {"name": "close_date", "type": "date"}, {"name": "is_won", "type": "checkbox"},
                 {"name": "signed_at", "type": "datetime"}, {"name": "call_at", "type": "time"}, {"name": "next_step", "type": "text", "custom": true}],
                 "indexes": [{"fields": ["stage_id", "amount_base", "deleted_at"]}]})",
         })
        declarations.push_back(Json::parse(text));
    return metadata::Catalogue::build(declarations, 1);
}

Workspace::Workspace(metadata::CataloguePointer catalogue) : catalogue_(std::move(catalogue)) {
    context_.now = *DateTime::parse("2026-11-21T09:30:00Z");
    database().write([&](storage::Session& session) { metadata::bring_tables_up(session, *catalogue_); });
}

std::int64_t Workspace::insert(const std::string& object, const Values& values) {
    std::string columns;
    std::string parameters;
    std::vector<Value> bound;
    for (const auto& [name, value] : values) {
        columns += (columns.empty() ? "" : ", ") + name;
        bound.push_back(value);
        parameters += fmt::format("{}?{}", parameters.empty() ? "" : ", ", bound.size());
    }
    std::string sql = fmt::format("INSERT INTO \"{}\" ({}) VALUES ({}) RETURNING id", object, columns, parameters);
    return database().write([&](storage::Session& session) {
        auto cursor = session.query(sql, bound);
        cursor->next();
        return cursor->integer(0);
    });
}

Bound Workspace::bound(const Select& select) {
    auto visible = [this](const metadata::Object& of, const metadata::Field& field) { return !hidden_.contains(of.name + "." + field.name); };
    return query::bind(select, catalogue_, context_, visible);
}

Statement Workspace::compiled(const Select& select) {
    return compile(security::Restriction::restrict(bound(select), rows_, trash_), dialect());
}

std::string Workspace::ask(const Select& select) {
    Statement statement = compiled(select);
    std::string out;
    JsonWriter writer(out);
    writer.begin_array();
    next_ = database().read([&](storage::Session& session) { return write_records(session, statement, 1'000, writer).next; });
    writer.end_array();
    return out;
}

std::string Workspace::names(const Select& select) {
    std::string out;
    const Json records = Json::parse(ask(select));
    for (const Json& record : records.array()) {
        if (!out.empty()) out += ' ';
        out += record[record.has("name") ? "name" : "last_name"].string();
    }
    return out;
}

std::string Workspace::names_where(std::string_view condition) {
    return names(fmt::format("SELECT name FROM opportunity WHERE {} ORDER BY name", condition));
}

std::string Workspace::names_by_filter(std::string_view object, std::string_view filter) {
    Select select;
    select.object = object;
    select.where = parse_filter(Json::parse(filter));
    select.order_by = parse_sort("id");
    return names(select);
}

std::string Workspace::error_by_filter(std::string_view object, std::string_view filter) {
    Select select;
    select.object = object;
    select.where = parse_filter(Json::parse(filter));
    return error(select);
}

std::string Workspace::pages(std::string_view soql, std::int64_t limit) {
    Select select = parse_soql(soql);
    std::string out;
    do {
        Statement statement = compiled(select);
        std::string json;
        JsonWriter writer(json);
        writer.begin_array();
        Page page = database().read([&](storage::Session& session) { return write_records(session, statement, limit, writer); });
        writer.end_array();
        if (!out.empty()) out += " | ";
        std::string line;
        const Json records = Json::parse(json);
        for (const Json& record : records.array()) line += (line.empty() ? "" : " ") + record["name"].string();
        out += line;
        select.cursor = page.next;
    } while (!select.cursor.empty());
    return out;
}

std::string Workspace::error(const Select& select) {
    try {
        return "no error: " + ask(select);
    } catch (const Failure& failure) {
        return failure.code() + ": " + failure.what();
    }
}

std::string Workspace::error(std::string_view soql) {
    try {
        return error(parse_soql(soql));
    } catch (const Failure& failure) {
        return failure.code() + ": " + failure.what();
    }
}

std::string without_ids(std::string json) { return std::regex_replace(json, std::regex(R"re("id":"[^"]*",?)re"), ""); }

}  // namespace rapport::query::testing
