#include "api/record_name.h"

#include "security/rights.h"

namespace rapport::api {

std::optional<std::string> name_of_record(Call& call, storage::Session& session, RecordId id) {
    const metadata::Object* object = id ? call.catalogue->find(id) : nullptr;
    const security::Rights& rights = call.actor().rights();
    if (!object || !rights.may(security::ObjectRight::Read, *object)) return std::nullopt;
    const metadata::Field* field = object->find_field(object->name_field);
    bool named = field && field->name != "id" && rights.may_read(*object, *field);
    auto read = [&] {
        query::Select select;
        select.object = object->name;
        select.fields.push_back({"", {{"id"}, {}}, "", {}});
        if (named) select.fields.push_back({"", {{field->name}, {}}, "", {}});
        select.where = security::is_record(id);
        select.limit = 1;
        return select;
    };
    security::Asking asking{call.actor(), call.catalogue, security::context_of(call.actor()), security::Access::Read, query::Restricted::Trash::Include};
    std::optional<std::string> name;
    query::for_each_row(session, call.services.records.statements().find({"name", object->name}, asking, session.dialect(), read).about(id),
                        [&](const std::vector<Cell>& cells) { name = named ? field->value_type().text(cells[1], *field) : std::string(); });
    return name;
}

void write_named_record(JsonWriter& out, Call& call, storage::Session& session, RecordId id) {
    auto name = name_of_record(call, session, id);
    if (!name) out.null();
    else out.begin_object().member("object", call.catalogue->find(id)->name).member("id", id.text()).member("name", *name).end_object();
}

void write_person(JsonWriter& out, RecordId user, std::string_view name) {
    out.begin_object().key("id");
    if (user) out.string(user.text());
    else out.null();
    out.member("name", name).end_object();
}

}  // namespace rapport::api
