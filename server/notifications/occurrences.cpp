#include "notifications/occurrences.h"

#include <algorithm>
#include <set>

#include "metadata/field_types/safe_html.h"
#include "metadata/schema.h"
#include "notifications/changed_records.h"

namespace rapport::notifications {
void Occurrences::add(const std::vector<records::Event>& events) {
    for (const auto& [name, of_object] : by_object(events)) {
        const metadata::Object* object = catalogue_.find(name);
        if (!object) continue;
        if (!object->hidden && object->find_field("owner_id")) add_assigned(*object, of_object);
        if (!object->grants.empty()) add_shared(*object, of_object);
        for (const metadata::Field& field : object->fields)
            if (field.type->name() == "rich_text") add_mentioned(*object, field, of_object);
    }
}

std::vector<News> Occurrences::take() && {
    std::vector<News> out;
    for (auto& [key, news] : news_) out.push_back(std::move(news));
    return out;
}

void Occurrences::add_assigned(const metadata::Object& object, const Events& events) {
    const auto changed = last_changes(events, {"owner_id"});
    if (changed.empty()) return;
    std::vector<std::pair<RecordId, RecordId>> owned;
    auto row = session_.query("SELECT id, owner_id FROM " + metadata::quoted(object.name) + " WHERE " + session_.dialect().in_integers("id", "?1") + " AND owner_id IS NOT NULL AND deleted_at IS NULL", {ids_of(changed)});
    while (row->next()) owned.emplace_back(row->integer(0), row->integer(1));
    row.reset();
    for (const auto& [record, owner] : owned) tell(owner, {Type::Assigned, act_of(Type::Assigned, object, *changed.at(record)), object, record, *changed.at(record)});
}

void Occurrences::add_shared(const metadata::Object& object, const Events& events) {
    std::set<std::pair<std::string, std::string>> ways;  // several grants may say what one member of a team may do
    for (const metadata::Grant& grant : object.grants)
        for (const std::string& to : grant.to) ways.emplace(grant.record, to);
    for (const auto& [record_field, to] : ways) {
        const auto changed = last_changes(events, {to});
        if (changed.empty()) continue;
        struct Given {
            RecordId by, record, to;
        };
        std::vector<Given> given;
        const std::string record_column = metadata::quoted(record_field), to_column = metadata::quoted(to);
        auto row = session_.query("SELECT id, " + record_column + ", " + to_column + " FROM " + metadata::quoted(object.name) + " WHERE " + session_.dialect().in_integers("id", "?1") + " AND " + record_column + " IS NOT NULL AND " +
                                      to_column + " IS NOT NULL AND deleted_at IS NULL",
                                  {ids_of(changed)});
        while (row->next()) given.push_back({RecordId(row->integer(0)), RecordId(row->integer(1)), RecordId(row->integer(2))});
        row.reset();
        for (const Given& one : given) {
            const metadata::Object* target = catalogue_.find(one.record);
            if (!target) continue;
            const records::Event& event = *changed.at(one.by);
            for (RecordId user : people_of(one.to)) tell(user, {Type::Shared, act_of(Type::Shared, *target, event), *target, one.record, event, Json::Members{{"by", object.name}}});
        }
    }
}

/// Once for each record: who reads it again because a word was mended is not told again.
void Occurrences::add_mentioned(const metadata::Object& object, const metadata::Field& field, const Events& events) {
    const auto changed = last_changes(events, {field.name});
    if (changed.empty()) return;
    std::vector<std::pair<RecordId, std::vector<RecordId>>> mentioned;
    const std::string column = metadata::quoted(field.name);
    auto row = session_.query("SELECT id, " + column + " FROM " + metadata::quoted(object.name) + " WHERE " + session_.dialect().in_integers("id", "?1") + " AND " + column + " IS NOT NULL AND deleted_at IS NULL",
                              {ids_of(changed)});
    while (row->next()) mentioned.emplace_back(row->integer(0), metadata::types::mentions_in(row->text(1)));
    row.reset();
    for (const auto& [record, named] : mentioned)
        for (RecordId one : named)
            for (RecordId user : people_of(one)) tell(user, {Type::Mentioned, "mentioned/" + record.text(), object, record, *changed.at(record)});
}

std::string Occurrences::act_of(Type type, const metadata::Object& object, const records::Event& event) {
    const std::string act = event.change_set ? std::to_string(event.change_set) : "event-" + std::to_string(event.id);
    return std::string(name_of(type)) + "/" + act + "/" + object.name;
}

void Occurrences::tell(RecordId user, const About& about) {
    const auto person = directory_.find(user);
    if (!person || !person->active || person->is_queue()) return;
    const RecordId actor = actor_of(about.event);
    if (actor == user) return;
    auto [place, is_new] = news_.try_emplace({user, about.occasion});
    News& news = place->second;
    if (is_new) news = {user, about.type, about.occasion, about.object.name, {}, actor, about.details, about.event.happened_at};
    if (news.records.empty() || news.records.back() != about.record) news.records.push_back(about.record);
    news.at = std::max(news.at, about.event.happened_at);
}

std::vector<RecordId> Occurrences::people_of(RecordId grantee) const {
    if (directory_.find(grantee)) return {grantee};
    std::vector<RecordId> out;
    for (std::int64_t member : directory_.members_of(grantee)) out.emplace_back(member);
    return out;
}

RecordId Occurrences::actor_of(const records::Event& event) {
    if (event.actor || !event.change_set) return event.actor;
    auto [known, is_new] = actors_.try_emplace(event.change_set);
    if (is_new) {
        auto by = session_.value("SELECT changed_by_id FROM change_set WHERE id = ?1 AND changed_by_id IS NOT NULL", {event.change_set});
        if (by) known->second = RecordId(by->integer());
    }
    return known->second;
}

}  // namespace rapport::notifications
