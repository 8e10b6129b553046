#include <charconv>
#include <limits>

#include "api/record_name.h"
#include "api/route.h"
#include "records/merged.h"

namespace rapport::api {
namespace {

struct Thrown {
    RecordId record;
    DateTime deleted_at;
    RecordId deleted_by;
};

/// Where a page ended: the moment and the record, so that those of one moment are not torn apart.
struct Place {
    std::int64_t deleted_at = std::numeric_limits<std::int64_t>::max();
    std::int64_t record = std::numeric_limits<std::int64_t>::max();
};

Place read_place(const std::string& cursor) {
    Place place;
    if (cursor.empty()) return place;
    const char* end = cursor.data() + cursor.size();
    auto [dash, error] = std::from_chars(cursor.data(), end, place.deleted_at);
    bool whole = error == std::errc() && dash != end && *dash == '-';
    if (whole) {
        auto [last, second] = std::from_chars(dash + 1, end, place.record);
        whole = second == std::errc() && last == end;
    }
    if (!whole) throw Failure(FailureKind::Invalid, "invalid_cursor", "The cursor is none that a page ended with: begin without one.");
    return place;
}

std::vector<Thrown> read_page(storage::Session& session, const Place& place, const metadata::Object* object, std::int64_t limit) {
    std::int64_t first = object ? RecordId::of(object->number, 0).number() : 0;
    std::int64_t last = object ? RecordId::of(object->number + 1, 0).number() - 1 : std::numeric_limits<std::int64_t>::max();
    std::vector<Thrown> out;
    auto rows = session.query("SELECT record_id, deleted_at, deleted_by_id FROM trash WHERE root_id = record_id AND record_id BETWEEN ?1 AND ?2 "
                              "AND (deleted_at < ?3 OR (deleted_at = ?3 AND record_id < ?4)) ORDER BY deleted_at DESC, record_id DESC LIMIT ?5",
                              {first, last, place.deleted_at, place.record, limit});
    while (rows->next()) out.push_back({RecordId(rows->integer(0)), DateTime(rows->integer(1)), RecordId(rows->value(2).integer_or(0))});
    return out;
}

void write_thrown(JsonWriter& out, Call& call, storage::Session& session, const Thrown& one) {
    out.begin_object().key("record");
    write_named_record(out, call, session, one.record);
    out.member("deleted_at", one.deleted_at.text()).key("deleted_by");
    auto person = one.deleted_by ? call.services.directory.find(one.deleted_by) : std::nullopt;
    write_person(out, one.deleted_by, person ? person->name : "");
    out.key("merged_into");
    RecordId survivor = records::survivor_of(session, one.record);
    if (survivor) write_named_record(out, call, session, survivor);
    else out.null();
    auto change_set = session.value("SELECT change_set FROM record_history WHERE record_id = ?1 AND operation = 'delete' ORDER BY id DESC LIMIT 1", {one.record.number()});
    out.key("change_set");
    if (change_set && change_set->is_integer()) out.integer(change_set->integer());
    else out.null();
    out.end_object();
}

/// The first that the caller may see. Those that he may not see leave no trace, not even in where a page ends.
std::vector<Thrown> visible_ones(Call& call, storage::Session& session, Place place, const metadata::Object* object, std::int64_t count) {
    constexpr std::int64_t looked_at_once = 500;
    std::vector<Thrown> out;
    for (bool more = true; more && static_cast<std::int64_t>(out.size()) < count;) {
        auto page = read_page(session, place, object, looked_at_once);
        more = static_cast<std::int64_t>(page.size()) == looked_at_once;
        if (!page.empty()) place = {page.back().deleted_at.microseconds(), page.back().record.number()};
        for (const Thrown& one : page)
            if (static_cast<std::int64_t>(out.size()) < count && name_of_record(call, session, one.record)) out.push_back(one);
    }
    return out;
}

/// What went to the trash by itself, newest first; what hung on it comes back with it.
http::Response list_trash(Call& call) {
    std::string name = call.text("object");
    const metadata::Object* object = name.empty() ? nullptr : &call.catalogue->object(name);
    Place place = read_place(call.text("cursor"));
    std::int64_t limit = call.number("limit", 50, 1, 500);
    auto response = http::Response::json(200, "");
    call.services.database.read([&](storage::Session& session) {
        response.body.clear();
        JsonWriter out(response.body);
        auto page = visible_ones(call, session, place, object, limit + 1);
        bool more = static_cast<std::int64_t>(page.size()) > limit;
        if (more) page.pop_back();
        out.begin_object().key("records").begin_array();
        for (const Thrown& one : page) write_thrown(out, call, session, one);
        out.end_array().key("next");
        if (more) out.string(std::to_string(page.back().deleted_at.microseconds()) + "-" + std::to_string(page.back().record.number()));
        else out.null();
        out.end_object();
    });
    return response;
}

}  // namespace

std::vector<Route> trash_routes() {
    return {{http::Method::Get, "/trash", Door::LoggedIn, http::Where::Worker, list_trash, "listTrash", "What is in the trash, newest first"}};
}

}  // namespace rapport::api
