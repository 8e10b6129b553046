#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <regex>
#include <set>
#include <vector>

#include "api/route.h"
#include "doors.h"
#include "http/channel.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;

struct Asked {
    http::Method method;
    std::string path;
    std::string body = "";
    std::string type = "application/json";

    std::string name() const { return std::string(http::method_name(method)) + " " + path + " " + body; }
};

/// What differs between any two answers: moments, versions, numbers of requests, and the records that the request itself made.
std::string without_noise(std::string text) {
    static const std::vector<std::pair<std::regex, std::string>> noise{
        {std::regex(R"("request_id":"[^"]*")"), "\"request_id\":\"\""},
        {std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z)"), "moment"},
        {std::regex(R"("version":\d+)"), "\"version\":0"},
        {std::regex(R"("id":\d+)"), "\"id\":0"},
        {std::regex(R"(/imports/\d+)"), "/imports/0"},
        {std::regex("id: [^\n]*\n"), ""},
        // What the one who asks has imported themselves.
        {std::regex("event: job\ndata: \\{\"id\":\\d+,\"kind\":\"import\"[^\n]*\n\n"), ""},
    };
    for (const auto& [pattern, replacement] : noise) text = std::regex_replace(text, pattern, replacement);
    return text;
}

constexpr const char* form_type = "multipart/form-data; boundary=x";
std::string form(const std::string& record, const std::string& content) {
    return "--x\r\nContent-Disposition: form-data; name=record\r\n\r\n" + record + "\r\n--x\r\nContent-Disposition: form-data; name=file; filename=\"a.txt\"\r\n\r\n" + content + "\r\n--x--";
}

std::string soql(const std::string& question) { return Json(Json::Members{{"soql", question}}).text(); }

/// Nothing that somebody is answered may depend on what they may not see. So everything is asked that there is to ask,
/// the unseen is turned upside down, and everything is asked again: every answer must be the same.
class Unseen : public DoorsTest {
protected:
    void SetUp() override {
        DoorsTest::SetUp();
        for (auto object : {"account", "contact", "campaign"}) administer(Patch, std::string("/metadata/objects/") + object, Json::Members{{"sharing", "private"}});
        administer(Post, "/metadata/objects/opportunity/fields", Json::Members{{"name", "hidden_word"}, {"type", "text"}, {"searchable", true}});
        administer(Post, "/metadata/objects/opportunity/fields", Json::Members{{"name", "hidden_length"}, {"type", "formula"}, {"formula", "LEN(hidden_word)"}, {"result", "integer"}});
        std::string standard = administer(Post, "/query", Json::Members{{"soql", "SELECT id FROM permission_set WHERE name = 'Standard'"}})["records"].array()[0].string_or("id", "");
        make("field_permission", {{"permission_set_id", standard}, {"object", "opportunity"}, {"field", "hidden_word"}, {"can_read", false}, {"can_update", false}});
        make("user", {{"last_name", "Blind"}, {"email", "blind@example.com"}});
        one_ = make("user", {{"last_name", "One"}, {"email", "one@example.com"}});
        // Rights to few records of many are asked for in another way than rights to many.
        for (auto name : {"First", "Second", "Third", "Fourth"}) make("user", {{"last_name", name}, {"email", std::string(name) + "@example.com"}});
        account_ = make("account", {{"name", "Hidden account"}, {"external_id", "H-1"}, {"phone", "+12065550100"}});
        contact_ = make("contact", {{"last_name", "Hiddenperson"}, {"email", "hidden@example.com"}, {"account_id", account_}});
        deal_ = make("opportunity", {{"name", "Hidden deal"}, {"close_date", "2026-12-31"}, {"amount", 1000}, {"account_id", account_}, {"hidden_word", "alpha"}, {"external_id", "H-2"}});
        note_ = make("note", {{"title", "Hidden note"}, {"body", "Hidden words"}, {"related_to_id", deal_}});
        file_ = send(administrator, Post, "/files", form(deal_, "Hidden words"), {{"Content-Type", form_type}}).json().string_or("id", "");
        gone_ = make("opportunity", {{"name", "Hidden and gone"}, {"close_date", "2026-12-31"}, {"hidden_word", "gone"}});
        administer(Delete, "/records/opportunity/" + gone_);
        seen_ = make("opportunity", {{"name", "Seen deal"}, {"close_date", "2026-12-31"}, {"amount", 7}, {"account_id", account_}, {"hidden_word", "beta"}});
        make("record_share", {{"record_id", seen_}, {"grantee_id", one_}});
        // Told of while it was theirs.
        lost_ = make("opportunity", {{"name", "Hidden since"}, {"close_date", "2026-12-31"}, {"owner_id", one_}});
        collector().look();
        administer(Patch, "/records/opportunity/" + lost_, Json::Members{{"owner_id", administer(Get, "/me")["user"].string_or("id", "")}});
        // Their own imports are no answer to what is asked here.
        for (auto who : {"blind@example.com", "one@example.com"}) send(who, Patch, "/notifications/settings", R"({"job": {"app": false}})");
    }

    /// Everything that is not for these two changes: values, what there is, what hangs on it, and the hidden field everywhere.
    void turn_upside_down() {
        administer(Patch, "/records/account/" + account_, Json::Members{{"name", "Zebra account"}, {"phone", "+12065550199"}, {"industry", "energy"}});
        administer(Patch, "/records/contact/" + contact_, Json::Members{{"last_name", "Zebraperson"}, {"email", "zebra@example.com"}});
        administer(Patch, "/records/opportunity/" + deal_, Json::Members{{"name", "Zebra deal"}, {"amount", 999999}, {"close_date", "2020-01-01"}, {"hidden_word", "omega and more"}});
        administer(Patch, "/records/opportunity/" + lost_, Json::Members{{"name", "Zebra since"}});
        administer(Delete, "/records/note/" + note_);
        administer(Delete, "/records/file/" + file_);
        administer(Post, "/records/opportunity/" + gone_ + "/actions/restore");
        administer(Patch, "/records/opportunity/" + seen_, Json::Members{{"hidden_word", "gamma and delta"}});
        std::string lead = make("lead", {{"last_name", "Hiddenlead"}, {"company", "Hidden"}});
        make("case", {{"subject", "Hidden case"}, {"account_id", account_}});
        make("campaign", {{"name", "Hidden fair"}});
        std::string tag = make("tag", {{"name", "Hidden tag of a lead"}});
        administer(Delete, "/records/tag/" + tag);
        administer(Delete, "/records/lead/" + lead);
        for (int i = 0; i < 3; ++i)
            make("opportunity", {{"name", "Hidden deal"}, {"close_date", "2026-12-31"}, {"amount", 1000}, {"account_id", account_}, {"hidden_word", "alpha"}});
    }

    std::vector<Asked> lists() const;
    std::vector<Asked> questions() const;
    std::vector<Asked> of_records() const;
    std::vector<Asked> changes() const;
    std::vector<Asked> files() const;
    std::vector<Asked> change_sets() const;
    std::vector<Asked> everything() const;

    std::string one_, account_, contact_, deal_, note_, file_, gone_, seen_, lost_;
};
INSTANTIATE_TEST_SUITE_P(Engines, Unseen, storage::testing::every_engine(), storage::testing::engine_name);

const std::vector<std::string> private_objects{"account", "contact", "lead", "opportunity", "campaign", "case", "task", "event", "call", "note", "file",
                                               "opportunity_line", "record_share", "account_team_member", "opportunity_team_member"};

std::vector<Asked> Unseen::lists() const {
    std::vector<Asked> out;
    for (const std::string& object : private_objects)
        for (auto end : {"", "?limit=1", "?trash=include", "?trash=only", "?sort=-created_at", "?fields=id,created_by.name"}) out.push_back({Get, "/records/" + object + end});
    const std::vector<std::string> filters{
        R"({"field":"name","op":"contains","value":"idden"})",      R"({"field":"account.name","op":"=","value":"Hidden account"})",
        R"({"field":"account.name","op":"is_not_empty"})",          R"({"not":{"field":"account.name","op":"starts_with","value":"Hid"}})",
        R"({"field":"account_id","op":"=","value":")" + account_ + R"("})", R"({"field":"amount","op":">","value":500})",
        R"({"related":"notes","count":{"op":">","value":0}})",      R"({"related":"tasks","filter":{"field":"subject","op":"is_not_empty"}})",
        R"({"field":"account.industry","op":"in","value":["energy"]})", R"({"field":"name","op":"like","value":"Hidden\\"})",
        R"({"field":"hidden_word","op":"=","value":"alpha"})",      R"({"field":"hidden_word","op":"is_not_empty"})",
        R"({"field":"hidden_length","op":">","value":5})",          R"({"field":"account.open_amount","op":">","value":5})",
    };
    for (const std::string& filter : filters) out.push_back({Get, "/records/opportunity?filter=" + filter});
    for (auto sort : {"account.name", "-amount,name", "hidden_word", "hidden_length", "account.owner.name"}) out.push_back({Get, std::string("/records/opportunity?sort=") + sort});
    for (auto fields : {"name,account.name,account.phone", "hidden_word", "name,hidden_length", "owner.name,stage.name"}) out.push_back({Get, std::string("/records/opportunity?fields=") + fields});
    for (auto word : {"hidden", "zebra", "alpha", "omega", "seen", "beta", "gamma", "hiddenperson", "example.com", "2065550100"}) {
        out.push_back({Get, std::string("/search?q=") + word});
        out.push_back({Get, std::string("/search?limit=1&objects=opportunity,note,account&q=") + word});
    }
    return out;
}

std::vector<Asked> Unseen::questions() const {
    const std::vector<std::string> texts{
        "SELECT id, name, amount FROM opportunity",
        "SELECT FIELDS(ALL) FROM opportunity LIMIT 200",
        "SELECT FIELDS(STANDARD) FROM account LIMIT 200",
        "SELECT FIELDS(CUSTOM) FROM opportunity LIMIT 200",
        "SELECT COUNT() FROM opportunity",
        "SELECT COUNT(id) deals, SUM(amount) sum, MIN(amount) least, MAX(name) last, AVG(amount) mean, COUNT_DISTINCT(account_id) accounts FROM opportunity",
        "SELECT name, account.name, account.owner.name FROM opportunity",
        "SELECT name FROM opportunity WHERE name LIKE '%idden%'",
        "SELECT name FROM opportunity WHERE name LIKE 'Hidden\\\\'",
        "SELECT name FROM opportunity WHERE account.name = 'Hidden account' OR account.name LIKE 'Zebra%'",
        "SELECT name FROM opportunity WHERE account.name != null",
        "SELECT name FROM opportunity WHERE NOT account.name = 'Hidden account'",
        "SELECT name FROM opportunity WHERE account_id IN (SELECT id FROM account WHERE name LIKE 'Hidden%')",
        "SELECT name FROM opportunity WHERE account_id NOT IN (SELECT id FROM account WHERE name LIKE 'Hidden%')",
        "SELECT name FROM opportunity WHERE account_id IN (SELECT account_id FROM contact WHERE last_name = 'Hiddenperson')",
        "SELECT name FROM opportunity WHERE id IN (SELECT related_to_id FROM note)",
        "SELECT name FROM account WHERE id IN (SELECT account_id FROM opportunity WHERE amount > 500)",
        "SELECT name FROM opportunity WHERE account_id IN (SELECT account_id FROM opportunity WHERE name LIKE 'Hidden%')",
        "SELECT name FROM opportunity ORDER BY account.name DESC NULLS LAST, amount LIMIT 1",
        "SELECT name FROM opportunity ORDER BY amount LIMIT 5 OFFSET 1",
        "SELECT account.name, COUNT(id) deals FROM opportunity GROUP BY account.name",
        "SELECT account_id, SUM(amount) sum FROM opportunity GROUP BY account_id HAVING SUM(amount) > 500",
        "SELECT stage.name, CALENDAR_YEAR(close_date) year, COUNT(id) deals FROM opportunity GROUP BY ROLLUP(stage.name, CALENDAR_YEAR(close_date))",
        "SELECT stage.name, type, COUNT(id) deals FROM opportunity GROUP BY CUBE(stage.name, type)",
        "SELECT name, (SELECT last_name FROM contacts), (SELECT name, amount FROM opportunities ORDER BY amount) FROM account",
        "SELECT name, (SELECT title FROM notes), (SELECT access FROM shares) FROM opportunity",
        "SELECT title, related_to.name FROM note",
        "SELECT name, owner.name, created_by.name FROM opportunity WHERE close_date = LAST_N_YEARS:10",
        "SELECT name, (SELECT name, amount FROM owned_opportunities) FROM user",
        "SELECT name, hidden_word FROM opportunity",
        "SELECT name, hidden_length FROM opportunity",
        "SELECT name FROM opportunity WHERE hidden_word = 'alpha'",
        "SELECT name FROM opportunity WHERE hidden_length > 5",
        "SELECT name FROM opportunity ORDER BY hidden_word",
        "SELECT hidden_word, COUNT(id) deals FROM opportunity GROUP BY hidden_word",
        "SELECT COUNT_DISTINCT(hidden_word) words FROM opportunity",
        "SELECT stage_id, COUNT(id) deals FROM opportunity GROUP BY stage_id HAVING MAX(hidden_word) > 'b'",
        "SELECT name FROM account WHERE id IN (SELECT account_id FROM opportunity WHERE hidden_word = 'alpha')",
        "SELECT name, (SELECT hidden_word FROM opportunities) FROM account",
    };
    std::vector<Asked> out;
    for (const std::string& text : texts) out.push_back({Post, "/query", soql(text)});
    for (const std::string& object : private_objects) out.push_back({Post, "/query", soql("SELECT COUNT(id) records FROM " + object)});
    return out;
}

std::vector<Asked> Unseen::of_records() const {
    std::vector<Asked> out;
    const std::vector<std::pair<std::string, std::string>> unseen{{"account", account_}, {"contact", contact_}, {"opportunity", deal_}, {"opportunity", gone_}, {"note", note_}, {"file", file_}};
    for (const auto& [object, id] : unseen) {
        std::string path = "/records/" + object + "/" + id;
        for (auto end : {"", "?trash=include", "?trash=only", "/history", "/access"}) out.push_back({Get, path + end});
        out.push_back({Patch, path, R"({"description": "mine"})"});
        out.push_back({Delete, path});
        out.push_back({Post, path + "/actions/restore"});
        out.push_back({Post, path + "/actions/merge", R"({"merge": [")" + seen_ + "\"]}"});
        out.push_back({Post, path + "/actions/unmerge"});
        out.push_back({Post, "/records/opportunity/" + seen_ + "/actions/merge", R"({"merge": [")" + id + R"("], "dry_run": true})"});
        out.push_back({Post, path + "/actions/unknown"});
    }
    std::string path = "/records/opportunity/" + seen_;
    for (auto end : {"", "?fields=name,account.name", "?fields=hidden_word", "/history", "/access", "/access?user=me"}) out.push_back({Get, path + end});
    out.push_back({Get, path + "/access?user=" + one_});
    out.push_back({Patch, path, R"({"hidden_word": "mine"})"});
    return out;
}

std::vector<Asked> Unseen::changes() const {
    auto batch = [](const std::string& mode, const std::string& operations) { return Asked{Post, "/batch", R"({"mode":")" + mode + R"(","operations":[)" + operations + "]}"}; };
    auto operation = [](const std::string& kind, const std::string& object, const std::string& rest) { return R"({"operation":")" + kind + R"(","object":")" + object + "\"," + rest + "}"; };
    std::string failing = operation("create", "opportunity", R"("fields":{"name":""})");
    return {
        {Post, "/records/opportunity", R"({"name":"x","close_date":"2026-12-31","account_id":")" + account_ + "\"}"},
        {Post, "/records/opportunity", R"({"name":"x","close_date":"2026-12-31","account":"Hidden account"})"},
        {Post, "/records/opportunity", R"({"name":"x","close_date":"2026-12-31","account":{"phone":"+12065550100"}})"},
        {Post, "/records/note", R"({"body":"x","related_to_id":")" + deal_ + "\"}"},
        {Post, "/records/record_share", R"({"record_id":")" + deal_ + R"(","grantee_id":")" + one_ + "\"}"},
        {Post, "/records/opportunity", R"({"name":"x","close_date":"2026-12-31","hidden_word":"alpha"})"},
        {Patch, "/records/opportunity?match=name", R"({"name":"Hidden deal"})"},
        {Patch, "/records/opportunity?match=hidden_word", R"({"hidden_word":"alpha"})"},
        batch("all_or_nothing", R"({"operation":"create","object":"account","duplicates":"refuse","fields":{"name":"Hidden account"}},)" + failing),
        batch("row_by_row", operation("update", "opportunity", R"("id":")" + deal_ + R"(","fields":{"name":"x"})") + "," + operation("delete", "account", R"("id":")" + account_ + "\"") + "," +
                                operation("restore", "opportunity", R"("id":")" + gone_ + "\"") + "," + operation("update", "opportunity", R"("id":")" + deal_ + R"(","version":1,"fields":{})")),
        batch("all_or_nothing", operation("delete", "contact", R"("id":")" + contact_ + "\"")),
    };
}

std::vector<Asked> Unseen::files() const {
    return {
        {Post, "/exports", soql("SELECT name, amount, account.name FROM opportunity")},
        {Post, "/exports", soql("SELECT account.name, COUNT(id) deals FROM opportunity GROUP BY account.name")},
        {Post, "/exports", soql("SELECT hidden_word FROM opportunity")},
        {Post, "/exports", soql("SELECT name FROM opportunity ORDER BY hidden_length")},
        {Post, "/exports", R"({"object":"account"})"},
        {Post, "/exports", R"({"object":"opportunity","fields":["name","amount","account.name"],"sort":"name","filter":{"field":"amount","op":">","value":5}})"},
        {Post, "/exports", R"({"object":"opportunity","fields":["name","hidden_word"]})"},
        {Get, "/files/" + file_ + "/content"},
        {Post, "/files", form(deal_, "mine"), form_type},
        {Post, "/files", form(gone_, "mine"), form_type},
        {Post, "/imports", R"({"object":"opportunity","dry_run":true,"csv":"name,close_date,account\nx,2026-12-31,Hidden account\ny,2026-12-31,Zebra account\n"})"},
        {Post, "/imports", R"({"object":"opportunity","dry_run":true,"match":"name","csv":"name,close_date\nHidden deal,2026-12-31\n"})"},
        {Post, "/exports", R"({"object":"opportunity","fields":["name","account.name"],"sort":"name","format":"xlsx"})"},
        {Post, "/imports/preview", R"({"object":"opportunity","csv":"name,close_date,hidden_word\nHidden deal,2026-12-31,alpha\n"})"},
        {Post, "/imports", R"({"object":"opportunity","dry_run":true,"csv":"name,close_date,hidden_word\nx,2026-12-31,alpha\n"})"},
    };
}

/// Those of others, by their numbers and by the records that they changed; one's own change with what is asked otherwise.
std::vector<Asked> Unseen::change_sets() const {
    std::vector<Asked> out{{Get, "/change_sets?user=all"}};
    for (const std::string& record : {account_, deal_, gone_}) out.push_back({Get, "/change_sets?record=" + record});
    for (int number = 1; number < 40; number += 7) {
        std::string path = "/change_sets/" + std::to_string(number);
        out.push_back({Get, path});
        out.push_back({Post, path + "/undo", R"({"dry_run": true})"});
    }
    return out;
}

/// How each route is asked; one without records to tell of is named, too.
std::vector<Asked> Unseen::everything() const {
    const std::map<std::string, std::function<std::vector<Asked>()>> ways{
        {"listRecords", [this] { return lists(); }},
        {"getRecord", [this] { return of_records(); }},
        {"runQuery", [this] { return questions(); }},
        {"runBatch", [this] { return changes(); }},
        {"exportRecords", [this] { return files(); }},
        {"listObjects", [] { return std::vector<Asked>{{Get, "/metadata/objects"}}; }},
        {"getObject", [] { return std::vector<Asked>{{Get, "/metadata/objects/opportunity"}, {Get, "/metadata/objects/account"}}; }},
        {"listenToEvents", [this] { return std::vector<Asked>{{Get, "/events"}, {Get, "/events?objects=opportunity&open=" + seen_ + "," + deal_}}; }},
        {"listAgenda", [] { return std::vector<Asked>{{Get, "/agenda?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z"}}; }},
        {"getMe", [] { return std::vector<Asked>{{Get, "/me"}}; }},
        {"listRecordMentionable", [this] { return std::vector<Asked>{{Get, "/records/opportunity/" + deal_ + "/mentionable"}, {Get, "/records/opportunity/" + seen_ + "/mentionable?q=o"}, {Get, "/records/opportunity/" + gone_ + "/mentionable"}}; }},
        {"listOfferedTags", [] { return std::vector<Asked>{{Get, "/tags"}, {Get, "/tags?object=opportunity"}, {Get, "/tags?q=hidden"}}; }},
        {"listNotifications",
         [this] {
             return std::vector<Asked>{{Get, "/notifications"}, {Get, "/notifications?show=unread&limit=1"}, {Get, "/notifications/unread"}, {Post, "/notifications/read", R"({"group": ")" + deal_ + "\"}"},
                                       {Post, "/notifications/snooze", R"({"group": ")" + gone_ + "\"}"}};
         }},
        {"getJob", [] { return std::vector<Asked>{{Get, "/jobs/999999"}, {Delete, "/jobs/999999"}, {Post, "/jobs/999999/retry"}}; }},
        {"listChangeSets", [this] { return change_sets(); }},
        {"listTrash", [] { return std::vector<Asked>{{Get, "/trash?object=note"}, {Get, "/trash?limit=1&object=lead"}, {Get, "/trash?object=opportunity"}}; }},
        {"listDuplicates", [] { return std::vector<Asked>{{Get, "/duplicates?object=account"}, {Get, "/duplicates?limit=1&object=contact"}, {Get, "/duplicates?object=contact&dismissed=true"}}; }},
        {"findDuplicates",
         [] {
             return std::vector<Asked>{{Post, "/duplicates/account", R"({"name": "Hidden account", "phone": "+12065550100"})"},
                                       {Post, "/duplicates/account", R"({"name": "Zebra account"})"},
                                       {Post, "/duplicates/contact", R"({"last_name": "Hiddenperson", "email": "hidden@example.com"})"},
                                       {Post, "/duplicates/lead", R"({"last_name": "Zebraperson", "email": "zebra@example.com"})"}};
         }},
        {"dismissDuplicates", [this] { return std::vector<Asked>{{Post, "/duplicates/account/dismiss", R"({"records": [")" + account_ + R"(", ")" + account_ + R"("]})"}, {Post, "/duplicates/contact/dismiss", R"({"records": [")" + contact_ + R"(", "003000000000000AAA"]})"}}; }},
        {"getImport", [] { return std::vector<Asked>{{Get, "/imports/999"}, {Get, "/imports/999/errors"}, {Delete, "/imports/999"}}; }},
    };
    // Asked among those above.
    const std::set<std::string> included{"createRecord", "upsertRecord", "updateRecord", "deleteRecord", "getRecordHistory", "getRecordAccess", "runRecordAction", "getChangeSet", "undoChangeSet",
                                         "search",       "startImport",  "previewImport", "uploadFile", "getFileContent", "cancelImport", "getImportErrors", "cancelJob", "retryJob", "countUnreadNotifications", "markNotifications", "snoozeNotifications"};
    // About the one who asks, or a list of what this test has asked before.
    const std::set<std::string> without_records{"getSetup", "setUp", "logIn", "logOut", "setPassword", "listSessions", "closeSession", "checkProof", "proveIdentity", "takeProofBack", "listTokens", "createToken", "revokeToken", "listImports", "listJobs",
                                                "beginPasskeyLogIn", "logInWithPasskey", "listPasskeys", "beginPasskey", "addPasskey", "renamePasskey", "removePasskey", "listUserPasskeys", "listAccountEvents",
                                                "getPersonal", "createPersonalListView", "updatePersonalListView", "deletePersonalListView", "orderListViews", "putFavourite", "deleteFavourite", "noteOpened", "notePipeline", "arrangeObjects", "getNotificationSettings", "changeNotificationSettings"};
    std::vector<Asked> out;
    for (const api::Route& route : api::routes()) {
        std::string operation(route.operation);
        if (auto way = ways.find(operation); way != ways.end()) {
            auto asked = way->second();
            out.insert(out.end(), asked.begin(), asked.end());
        } else if (route.door == api::Door::Administrator) {
            out.push_back({route.method, std::regex_replace(std::string(route.pattern), std::regex(R"(\{object\})"), "opportunity")});
        } else if (!included.contains(operation) && !without_records.contains(operation)) {
            ADD_FAILURE() << operation << " is a new route: say here how it is asked about records that one may not see.";
        }
    }
    return out;
}

TEST_P(Unseen, records_and_fields_change_no_answer) {
    const std::vector<std::string> askers{"blind@example.com", "one@example.com"};
    std::map<std::string, std::vector<std::string>> before;
    auto asked = everything();
    auto ask = [&](const std::string& who, const Asked& one) {
        Answer answer = send(who, one.method, one.path, one.body, {{"Content-Type", one.type}});
        EXPECT_NE(answer.status, 500) << one.name();
        return std::to_string(answer.status) + " " + without_noise(answer.body);
    };
    for (const auto& who : askers)
        for (const Asked& one : asked) before[who].push_back(ask(who, one));
    std::string seen_by_all = send(administrator, Get, "/records/opportunity").body;
    std::map<std::string, std::shared_ptr<http::Channel>> listening;
    for (const auto& who : askers) listening[who] = listen(who, "/events?open=" + seen_ + "," + deal_);
    feed().look();
    turn_upside_down();
    feed().look();
    for (const auto& [who, channel] : listening) {
        std::string heard;
        channel->take(heard);
        // The tag is open to everybody.
        heard = std::regex_replace(without_noise(heard), std::regex(R"(event: change\ndata: \{"object":"tag".*)"), "");
        EXPECT_EQ(std::regex_replace(heard, std::regex("\n+"), "\n"), "event: ready\ndata: {\"version\":0}\n") << who;
    }
    EXPECT_NE(send(administrator, Get, "/records/opportunity").body, seen_by_all);
    for (const auto& who : askers)
        for (std::size_t i = 0; i < asked.size(); ++i) EXPECT_EQ(ask(who, asked[i]), before[who][i]) << who << ": " << asked[i].name();
}

TEST_P(Unseen, records_are_nowhere) {
    const std::regex word("hidden (account|deal|and gone|note)|hiddenperson|alpha|beta", std::regex::icase);
    for (const auto* who : {"blind@example.com", "one@example.com"}) {
        for (const Asked& one : everything()) {
            std::string body = send(who, one.method, one.path, one.body, {{"Content-Type", one.type}}).body;
            for (auto said = std::sregex_iterator(body.begin(), body.end(), word); said != std::sregex_iterator(); ++said)
                EXPECT_NE((one.path + one.body).find(said->str()), std::string::npos) << who << ": " << one.name() << "\n" << body.substr(0, 2000);
        }
    }
}

TEST_P(Unseen, leave_the_one_record_that_is_seen) {
    for (auto [who, count] : {std::pair("blind@example.com", 0), std::pair("one@example.com", 1)}) {
        auto records = [&](const std::string& text) { return send(who, Post, "/query", soql(text)).json()["records"]; };
        EXPECT_EQ(records("SELECT id FROM opportunity").array().size(), static_cast<std::size_t>(count));
        EXPECT_EQ(records("SELECT COUNT(id) deals FROM opportunity").array()[0]["deals"].text(), std::to_string(count));
        EXPECT_EQ(records("SELECT id FROM account").array().size(), 0U);
        EXPECT_EQ(send(who, Get, "/records/opportunity/" + seen_).status, count ? 200 : 404);
        EXPECT_EQ(send(who, Get, "/records/opportunity?filter={\"field\":\"hidden_word\",\"op\":\"=\",\"value\":\"beta\"}").status, 422);
    }
}

}  // namespace
}  // namespace rapport::scenarios
