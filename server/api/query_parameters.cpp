#include "api/query_parameters.h"

#include <map>
#include <vector>

namespace rapport::api {
namespace {

const std::map<std::string_view, std::vector<QueryParameter>> parameters{
    {"deleteFavourite",
     {
         {"place", "string", "record/ID or view/OBJECT/NAME"},
     }},
    {"findDuplicates",
     {
         {"limit", "integer", "At most this many: 1 to 20, 5 when absent"},
     }},
    {"getChangeSet",
     {
         {"limit", "integer", "At most this many: 1 to 500, 50 when absent"},
         {"cursor", "integer", "Where the page before ended: its next"},
     }},
    {"getFileContent",
     {
         {"download", "boolean", "Whether browsers keep it as a file, also when they could show it"},
     }},
    {"getRecord",
     {
         {"fields", "string", "Fields and paths, separated by commas; all when absent"},
     }},
    {"getRecordAccess",
     {
         {"user", "string", "Id of the user whom it is about; the one who asks when absent"},
     }},
    {"listAgenda",
     {
         {"from", "string", "The moment from which on, such as 2026-11-23T00:00:00Z"},
         {"to", "string", "The moment before which; at most 400 days later"},
         {"owners", "string", "Ids of users, separated by commas; the one who asks when absent"},
     }},
    {"listChangeSets",
     {
         {"user", "string", "Whose: an id, me (when absent) or all; others' for administrators only"},
         {"record", "string", "Id of a record that they changed"},
         {"object", "string", "Of whose records they changed some"},
         {"from", "string", "Made at that moment or later, such as 2026-11-21T09:30:00Z"},
         {"until", "string", "Made before that moment"},
         {"kind", "string", "create, update, delete, restore, batch, import, merge, convert, undo or empty_trash"},
         {"limit", "integer", "At most this many: 1 to 500, 50 when absent"},
         {"cursor", "integer", "Where the page before ended: its next"},
     }},
    {"listDuplicates",
     {
         {"object", "string", "Whose records"},
         {"change_set", "integer", "Those whose newer record was made in it, as by an import"},
         {"dismissed", "boolean", "true: the pairs that somebody said are different"},
         {"limit", "integer", "At most this many: 1 to 200, 50 when absent"},
         {"cursor", "string", "Where the page before ended: its next"},
     }},
    {"listJobs",
     {
         {"state", "string", "waiting, running, done, failed or cancelled; all when absent"},
         {"kind", "string", "Such as import; all when absent"},
         {"limit", "integer", "At most this many: 1 to 500, 50 when absent"},
     }},
    {"listRecordMentionable",
     {
         {"q", "string", "A part of the name; everybody when absent"},
     }},
    {"listAccountEvents", {{"limit", "integer", "How many; 20 when absent, 200 at most"}}},
    {"listNotifications",
     {
         {"show", "string", "all (when absent), unread or snoozed"},
         {"limit", "integer", "At most this many groups: 1 to 100, 30 when absent"},
         {"cursor", "string", "Where the page before ended: its next"},
     }},
    {"listRecords",
     {
         {"filter", "string", "A condition in JSON: {\"field\": \"amount\", \"op\": \">=\", \"value\": 1000} or {\"related\": \"tasks\", \"count\": {\"op\": \">\", \"value\": 2}}; several in {\"and\": […]}, {\"or\": […]}, {\"not\": …}"},
         {"sort", "string", "Fields in order, each with - for descending: -amount,name"},
         {"fields", "string", "Fields and paths, separated by commas: name,account.name. All fields when absent"},
         {"limit", "integer", "At most this many records: 1 to 2000, 50 when absent"},
         {"cursor", "string", "Where the page before ended: its next"},
         {"trash", "string", "exclude (when absent), include or only what is in the trash"},
     }},
    {"listTrash",
     {
         {"object", "string", "Of this object only"},
         {"limit", "integer", "At most this many: 1 to 500, 50 when absent"},
         {"cursor", "string", "Where the page before ended: its next"},
     }},
    {"listenToEvents",
     {
         {"objects", "string", "Changes of records of these objects, separated by commas; of all when neither objects nor records are named"},
         {"records", "string", "Changes of these records: ids, separated by commas"},
         {"open", "string", "Records that stand on the screen: their changes, and who else has them open"},
         {"last_event_id", "string", "Where to go on, when there is no Last-Event-ID header"},
     }},
    {"search",
     {
         {"q", "string", "Words, or their beginnings"},
         {"objects", "string", "Names of objects, separated by commas; all when absent"},
         {"limit", "integer", "At most this many records of each object: 1 to 100, 20 when absent"},
     }},
    {"upsertRecord",
     {
         {"match", "string", "The field that names the record, such as external_id"},
     }},
};

}  // namespace

std::span<const QueryParameter> query_parameters(std::string_view operation) {
    auto found = parameters.find(operation);
    if (found == parameters.end()) return {};
    return found->second;
}

}  // namespace rapport::api
