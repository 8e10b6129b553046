#include "search/duplicates.h"

#include <algorithm>

#include "search/same_keys.h"
#include "security/rights.h"

namespace rapport::search {

void write_reasons(JsonWriter& out, const metadata::Object& object, const std::vector<matching::Reason>& reasons) {
    out.begin_array();
    for (const matching::Reason& reason : reasons) {
        const metadata::Field& first = object.field(reason.comparison->fields.front());
        out.begin_object().member("likeness", reason.same ? "same" : "similar").member("as", metadata::name_of(reason.comparison->as));
        out.member("field", first.component_of.empty() ? first.name : first.component_of).member("message", reason.text()).end_object();
    }
    out.end_array();
}

void write(JsonWriter& out, const metadata::Object& object, const LikelyDuplicate& one) {
    out.begin_object().member("id", one.id.text()).member("object", one.object->name).member("name", one.name).member("score", one.score).key("reasons");
    write_reasons(out, object, one.reasons);
    out.end_object();
}

matching::Profile visible_profile(const security::Asking& asking, const metadata::Object& object, const matching::ValueOf& value_of) {
    auto visible = security::visible_to(asking.actor);
    return matching::profile_of(object, [&](const metadata::Field& field) { return asking.hidden_fields || visible(object, field) ? value_of(field) : Value(); });
}

std::vector<KnownRecord> known_records(storage::Session& session, const security::Asking& asking, const metadata::Object& object, const std::vector<std::int64_t>& ids) {
    std::vector<KnownRecord> out;
    if (ids.empty()) return out;
    auto visible = security::visible_to(asking.actor);
    std::vector<const metadata::Field*> fields{&object.field("id")};
    const metadata::Field& name = object.field(object.name_field);
    for (const metadata::Field& field : object.fields)
        if (field.name != "id" && (&field == &name || matching::is_compared(object, field)) && (asking.hidden_fields || visible(object, field))) fields.push_back(&field);
    query::Select select;
    select.object = object.name;
    for (const metadata::Field* field : fields) select.fields.push_back({"", {{field->name}, {}}, "", {}});
    Json::Array wanted;
    for (std::int64_t id : ids) wanted.push_back(RecordId(id).text());
    select.where = query::parse_filter(Json::Members{{"field", "id"}, {"op", "in"}, {"value", std::move(wanted)}});
    query::for_each_row(session, security::compile(select, asking, session.dialect()), [&](const std::vector<Cell>& cells) {
        auto cell_of = [&](const metadata::Field& field) {
            auto place = std::find(fields.begin(), fields.end(), &field);
            return place == fields.end() ? Cell() : cells[static_cast<std::size_t>(place - fields.begin())];
        };
        out.push_back({RecordId(cells[0].integer()), name.value_type().text(cell_of(name), name), matching::profile_of(object, [&](const metadata::Field& field) { return cell_of(field).value(); })});
    });
    return out;
}

std::vector<const metadata::Object*> where_to_look(const metadata::Catalogue& catalogue, const metadata::Object& object) {
    std::vector<const metadata::Object*> out{&object};
    for (const std::string& other : object.duplicate_rules.also_in) out.push_back(&catalogue.object(other));
    return out;
}

std::vector<LikelyDuplicate> find_duplicates(storage::Session& session, const security::Asking& asking, const LikelyRequest& request) {
    const auto& rules = request.object.duplicate_rules;
    const auto keys = matching::keys_of(request.profile);
    std::vector<LikelyDuplicate> out;
    for (const metadata::Object* object : request.among) {
        if (keys.empty() || !asking.actor.rights().may(security::ObjectRight::Read, *object)) continue;
        SameKeys::Common common;
        SameKeys same(session, RecordId::of(object->number, 0).number(), RecordId::of(object->number, RecordId::last_sequence).number(), common);
        for (const KnownRecord& one : known_records(session, asking, *object, same.find(keys))) {
            if (one.id == request.except) continue;
            auto score = matching::score(request.profile, one.profile);
            if (score.points < rules.from) continue;
            out.push_back({object, one.id, one.name, score.points, std::move(score.reasons)});
        }
    }
    std::sort(out.begin(), out.end(), [](const LikelyDuplicate& a, const LikelyDuplicate& b) { return std::pair(a.score, a.id.number()) > std::pair(b.score, b.id.number()); });
    if (out.size() > request.limit) out.resize(request.limit);
    return out;
}

}  // namespace rapport::search
