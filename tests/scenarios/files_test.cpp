#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/checking.h"
#include "app/restoring.h"
#include "app/secrets.h"
#include "doors.h"
#include "files/unused.h"
#include "records/empty_trash.h"

namespace rapport::scenarios {
namespace {

using enum http::Method;
namespace fs = std::filesystem;

class Files : public DoorsTest {
protected:
    struct Part {
        std::string name;
        std::string content;
    };
    /// The part `file` has a file name, as browsers send it.
    Answer upload(const std::vector<Part>& parts, const std::string& file_name = "plan.txt", const std::string& who = administrator, const Headers& headers = {}) {
        std::string form;
        for (const Part& part : parts)
            form += "--x\r\nContent-Disposition: form-data; name=\"" + part.name + "\"" + (part.name == "file" ? "; filename=\"" + file_name + "\"" : "") + "\r\n\r\n" + part.content + "\r\n";
        Headers all = headers;
        all.emplace_back("Content-Type", "multipart/form-data; boundary=x");
        return send(who, Post, "/files", form + "--x--\r\n", all);
    }
    std::string kept(const std::string& content, const std::string& file_name = "plan.txt") { return upload({{"file", content}}, file_name).json().string_or("id", ""); }
    Answer content(const std::string& id, const std::string& who = administrator, const Headers& headers = {}) { return send(who, Get, "/files/" + id + "/content", "", headers); }
    /// The paths of the contents that are kept.
    std::vector<fs::path> contents() {
        std::vector<fs::path> out;
        if (fs::exists(folder() / "files"))
            for (const auto& entry : fs::recursive_directory_iterator(folder() / "files"))
                if (entry.is_regular_file()) out.push_back(entry.path());
        return out;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Files, storage::testing::every_engine(), storage::testing::engine_name);

TEST_P(Files, are_kept_and_given_back) {
    std::string account = make("account", {{"name", "Acme"}});
    Answer made = upload({{"record", account}, {"description", "Of the house"}, {"private", "true"}, {"file", "the plan"}});
    ASSERT_EQ(made.status, 201) << made.body;
    Json file = made.json();
    EXPECT_EQ(made.headers.find("Location"), "/api/v1/records/file/" + file.string_or("id", ""));
    EXPECT_EQ(file.string_or("name", ""), "plan.txt");
    EXPECT_EQ(file.string_or("record_id", ""), account);
    EXPECT_EQ(file.string_or("description", ""), "Of the house");
    EXPECT_TRUE(file.boolean_or("private", false));
    EXPECT_EQ(file.string_or("content_type", ""), "text/plain");
    EXPECT_EQ(file.integer_or("size", 0), 8);
    EXPECT_EQ(file.string_or("sha256", ""), "aab8f06fecd1c041e9a3d5a86114f9e522b546918db8503a045fe4a423b3642a");

    Answer read = content(file.string_or("id", ""));
    EXPECT_EQ(read.status, 200);
    EXPECT_EQ(read.body, "the plan");
    EXPECT_EQ(read.headers.find("ETag"), "\"" + file.string_or("sha256", "") + "\"");
    EXPECT_EQ(read.headers.find("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(read.headers.find("Content-Disposition"), "inline; filename=\"plan.txt\"");
    EXPECT_NE(read.headers.find("Content-Security-Policy")->find("sandbox"), std::string_view::npos);
}

TEST_P(Files, that_are_equal_are_kept_once_and_belong_to_their_records) {
    std::string first = kept("same"), second = kept("same", "other.txt");
    EXPECT_NE(first, second);
    EXPECT_EQ(contents().size(), 1U);
    administer(Delete, "/records/file/" + first);
    EXPECT_EQ(content(first).status, 404);
    EXPECT_EQ(content(second).body, "same");
    administer(Post, "/records/file/" + first + "/actions/restore");
    EXPECT_EQ(content(first).body, "same");
}

TEST_P(Files, are_in_the_history_and_are_undone_like_everything) {
    std::string id = kept("x");
    Json sets = administer(Get, "/change_sets?record=" + id);
    std::string number = sets["change_sets"].array().at(0)["id"].text();
    administer(Post, "/change_sets/" + number + "/undo");
    EXPECT_EQ(content(id).status, 404);
    EXPECT_EQ(administer(Get, "/trash?object=file")["records"].array().size(), 1U);
}

TEST_P(Files, that_come_twice_with_one_key_are_one) {
    Headers key{{"Idempotency-Key", "one"}};
    Answer first = upload({{"file", "x"}}, "a.txt", administrator, key);
    Answer again = upload({{"file", "x"}}, "a.txt", administrator, key);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.headers.find("Idempotent-Replayed"), "true");
    EXPECT_EQ(upload({{"file", "y"}}, "a.txt", administrator, key).json().string_or("code", ""), "idempotency_key_reused");
}

TEST_P(Files, are_read_in_parts_and_not_again_when_they_are_known) {
    std::string id = kept("0123456789");
    auto part = [&](const std::string& range) {
        Answer answer = content(id, administrator, {{"Range", range}});
        return std::to_string(answer.status) + " " + std::string(answer.headers.find("Content-Range").value_or("")) + " " + answer.body;
    };
    EXPECT_EQ(part("bytes=2-4"), "206 bytes 2-4/10 234");
    EXPECT_EQ(part("bytes=-3"), "206 bytes 7-9/10 789");
    EXPECT_EQ(part("bytes=0-1,4-5"), "200  0123456789");
    EXPECT_EQ(part("bytes=10-").substr(0, 15), "416 bytes */10 ");
    std::string tag(*content(id).headers.find("ETag"));
    EXPECT_EQ(content(id, administrator, {{"If-None-Match", tag}}).status, 304);
    EXPECT_EQ(content(id, administrator, {{"Range", "bytes=0-1"}, {"If-Range", tag}}).body, "01");
    EXPECT_EQ(content(id, administrator, {{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}}).body, "0123456789");
    EXPECT_EQ(content(kept("")).body, "");
}

TEST_P(Files, that_could_run_something_are_not_shown) {
    auto headers = [&](const std::string& bytes, const std::string& name) {
        Answer answer = content(kept(bytes, name));
        std::string disposition(*answer.headers.find("Content-Disposition"));
        return std::string(*answer.headers.find("Content-Type")) + " " + disposition.substr(0, disposition.find(';'));
    };
    EXPECT_EQ(headers("<html><script>alert(1)</script>", "picture.png"), "text/html; charset=utf-8 attachment");
    EXPECT_EQ(headers("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a.svg"), "image/svg+xml attachment");
    EXPECT_EQ(headers("%PDF-1.7\n", "a.html"), "application/pdf inline");
    std::string id = kept("words", "a.txt");
    EXPECT_TRUE(send(administrator, Get, "/files/" + id + "/content?download=true").headers.find("Content-Disposition")->starts_with("attachment"));
}

TEST_P(Files, of_any_name_add_nothing_to_the_headers) {
    Answer made = upload({{"name", "a\r\nSet-Cookie: x=1\r\n\r\n<b>\"\xe2\x80\xae.exe"}, {"file", "x"}});
    // The name of a record is one line, or it is refused.
    if (made.status == 201) {
        EXPECT_FALSE(content(made.json().string_or("id", "")).headers.has("Set-Cookie"));
    } else {
        EXPECT_EQ(made.status, 422) << made.body;
    }
    EXPECT_EQ(upload({{"file", "x"}}, "../../a%0D%0A%22b.txt").json().string_or("name", ""), "a  \"b.txt");
    Answer read = content(kept("words", "Größe \\\"1\\\".txt"));
    EXPECT_EQ(read.headers.find("Content-Disposition"), "inline; filename=\"Gr__e _1_.txt\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.txt");
}

TEST_P(Files, keep_what_was_found_out_from_their_content) {
    std::string id = kept("x");
    auto refusal = [&](const Json::Members& change) { return send(administrator, Patch, "/records/file/" + id, Json(change).text()).json()["problems"].array().at(0).string_or("code", ""); };
    EXPECT_EQ(refusal({{"sha256", std::string(64, 'a')}}), "read_only");
    EXPECT_EQ(refusal({{"size", 5}}), "read_only");
    EXPECT_EQ(refusal({{"content_type", "text/html"}}), "read_only");
    EXPECT_EQ(refusal({{"url", "https://example.com/"}}), "not_a_link");
    EXPECT_EQ(administer(Patch, "/records/file/" + id, Json::Members{{"name", "renamed.txt"}}).string_or("name", ""), "renamed.txt");
    EXPECT_EQ(content(id).body, "x");
    EXPECT_EQ(send(administrator, Post, "/records/file", Json(Json::Members{{"name", "x"}, {"sha256", std::string(64, 'a')}}).text()).status, 422);
    EXPECT_EQ(send(administrator, Post, "/records/file", R"({"name": "nothing"})").status, 422);
    std::string link = make("file", {{"name", "link"}, {"url", "https://example.com/a.pdf"}, {"content_type", "application/pdf"}});
    EXPECT_EQ(content(link).json().string_or("code", ""), "no_content");
}

TEST_P(Files, may_be_a_logo) {
    std::string id = kept("\x89PNG\r\n\x1a\n", "logo.png");
    EXPECT_EQ(administer(Post, "/records/account", Json::Members{{"name", "Acme"}, {"logo", id}}).string_or("logo_id", ""), id);
}

TEST_P(Files, are_refused_with_the_reason) {
    auto refusal = [&](const std::vector<Part>& parts) {
        Answer answer = upload(parts);
        Json problem = answer.json();
        return std::to_string(answer.status) + " " + (problem["problems"].is_array() ? problem["problems"].array().at(0).string_or("field", "") : problem.string_or("code", ""));
    };
    EXPECT_EQ(refusal({}), "422 file");
    EXPECT_EQ(refusal({{"name", "x"}}), "422 file");
    EXPECT_EQ(refusal({{"file", "x"}, {"file", "y"}}), "422 file");
    EXPECT_EQ(refusal({{"name", "x"}, {"name", "y"}, {"file", "x"}}), "422 name");
    EXPECT_EQ(refusal({{"sha256", "x"}, {"file", "x"}}), "422 sha256");
    EXPECT_EQ(refusal({{"private", "perhaps"}, {"file", "x"}}), "400 private");
    EXPECT_EQ(refusal({{"name", "\xff"}, {"file", "x"}}), "400 name");
    EXPECT_EQ(refusal({{"record", "nonsense"}, {"file", "x"}}), "422 record_id");
    EXPECT_EQ(send(administrator, Post, "/files", "{}").json().string_or("code", ""), "not_multipart");
    EXPECT_EQ(send(administrator, Post, "/files", "--x\r\n", {{"Content-Type", "multipart/form-data; boundary=x"}}).json().string_or("code", ""), "malformed_multipart");
    EXPECT_EQ(upload({{"file", std::string((100 << 20) + 1, 'x')}}).json().string_or("code", ""), "file_too_large");
    EXPECT_EQ(upload({{"name", std::string(300'000, 'x')}, {"file", "x"}}).status, 413);
    for (const fs::path& path : contents()) EXPECT_EQ(path.string().find("incoming"), std::string::npos) << path;
    EXPECT_EQ(administer(Get, "/records/file")["records"].array().size(), 0U);
}

TEST_P(Files, are_for_those_who_may) {
    make("user", {{"last_name", "Bob"}, {"email", "bob@example.com"}});
    administer(Patch, "/metadata/objects/opportunity", Json::Members{{"sharing", "private"}});
    std::string deal = make("opportunity", {{"name", "Ours"}, {"close_date", "2026-12-31"}});
    std::string id = upload({{"record", deal}, {"file", "secret"}}).json().string_or("id", "");
    EXPECT_EQ(content(id, "bob@example.com").status, 404);
    Answer added = upload({{"record", deal}, {"file", "mine"}}, "a.txt", "bob@example.com");
    EXPECT_EQ(added.status, 422) << added.body;
    std::string standard = administer(Post, "/query", Json::Members{{"soql", "SELECT id FROM permission_set WHERE name = 'Standard'"}})["records"].array()[0].string_or("id", "");
    make("object_permission", {{"permission_set_id", standard}, {"object", "file"}, {"can_read", true}});
    EXPECT_EQ(upload({{"file", "mine"}}, "a.txt", "bob@example.com").json().string_or("code", ""), "object_forbidden");
}

TEST_P(Files, are_kept_for_those_who_may_not_set_what_is_found_out) {
    make("user", {{"last_name", "Bob"}, {"email", "bob@example.com"}});
    std::string standard = administer(Post, "/query", Json::Members{{"soql", "SELECT id FROM permission_set WHERE name = 'Standard'"}})["records"].array()[0].string_or("id", "");
    for (const char* field : {"size", "content_type"})
        make("field_permission", {{"permission_set_id", standard}, {"object", "file"}, {"field", field}, {"can_read", true}, {"can_update", false}});
    Answer made = upload({{"file", "mine"}}, "a.txt", "bob@example.com");
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(made.json().integer_or("size", 0), 4);
    Answer link = send("bob@example.com", Post, "/records/file", Json(Json::Members{{"name", "x"}, {"url", "https://example.com/"}, {"size", 5}}).text());
    EXPECT_EQ(link.json()["problems"].array().at(0).string_or("code", ""), "field_forbidden");
    make("field_permission", {{"permission_set_id", standard}, {"object", "file"}, {"field", "description"}, {"can_read", true}, {"can_update", false}});
    EXPECT_EQ(upload({{"description", "x"}, {"file", "mine"}}, "a.txt", "bob@example.com").status, 422) << "what one says oneself is one's own";
}

/// As much of a picture as tells what it is.
const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0", 29);

TEST_P(Files, that_are_photos_are_seen_by_whoever_sees_the_person_and_no_other_file_is) {
    const std::string bob = make("user", {{"last_name", "Bob"}, {"email", "bob@example.com"}});
    make("user", {{"last_name", "Eve"}, {"email", "eve@example.com"}});
    auto uploaded = [&](const char* name) { return upload({{"file", png}, {"private", "true"}}, name, "bob@example.com").json().string_or("id", ""); };
    const std::string photo = uploaded("bob.png"), other = uploaded("other.png");
    EXPECT_EQ(content(photo, "eve@example.com").status, 404) << "it is no photo yet";
    auto set = [&](const std::string& file) { return send("bob@example.com", Post, "/records/user/" + bob + "/actions/set_photo", file); };
    Answer done = set(R"({"file_id": ")" + photo + R"("})");
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(administer(Get, "/records/user/" + bob).string_or("photo_id", ""), photo);
    EXPECT_EQ(content(photo, "eve@example.com").body, png);
    EXPECT_EQ(content(photo, "eve@example.com").headers.find("Content-Disposition"), "inline; filename=\"photo\"") << "what bob calls it is not for her";
    EXPECT_EQ(content(other, "eve@example.com").status, 404);
    EXPECT_EQ(send("eve@example.com", Get, "/records/file/" + photo).status, 404) << "the record of the file stays with those who may see it";
    EXPECT_EQ(send("eve@example.com", Get, "/records/file").json()["records"].array().size(), 0U);
    EXPECT_EQ(send("eve@example.com", Patch, "/records/file/" + photo, R"({"name": "x"})").status, 404);
    const std::string standard = administer(Post, "/query", Json::Members{{"soql", "SELECT id FROM permission_set WHERE name = 'Standard'"}})["records"].array()[0].string_or("id", "");
    const std::string hidden = make("field_permission", {{"permission_set_id", standard}, {"object", "user"}, {"field", "photo_id"}, {"can_read", false}, {"can_update", false}});
    EXPECT_EQ(content(photo, "eve@example.com").status, 404) << "whoever may not see the field does not see what it names";
    administer(Delete, "/records/field_permission/" + hidden);
    EXPECT_EQ(content(photo, "eve@example.com").status, 200);
    EXPECT_EQ(set(R"({"file_id": null})").status, 200);
    EXPECT_EQ(content(photo, "eve@example.com").status, 404) << "it is the photo no more";

    const std::string document = upload({{"file", "words"}, {"private", "true"}}, "plan.txt", "bob@example.com").json().string_or("id", "");
    auto number = [](const std::string& id) { return value_or_throw(RecordId::parse(id)).number(); };
    workspace().database().write([&](storage::Session& session) { session.execute("UPDATE \"user\" SET photo_id = ?1 WHERE id = ?2", {number(document), number(bob)}); });
    EXPECT_EQ(content(document, "eve@example.com").status, 404) << "older versions took any file for a photo";
}

TEST_P(Files, become_photos_of_oneself_only_when_they_are_pictures_of_ones_own) {
    const std::string bob = make("user", {{"last_name", "Bob"}, {"email", "bob@example.com"}});
    const std::string eve = make("user", {{"last_name", "Eve"}, {"email", "eve@example.com"}});
    auto refusal = [&](const std::string& who, const std::string& user, const Json& input) {
        Json problem = send(who, Post, "/records/user/" + user + "/actions/set_photo", input.text()).json();
        return problem["problems"].is_array() ? problem["problems"].array().at(0).string_or("code", "") : problem.string_or("code", "");
    };
    const std::string of_bob = upload({{"file", png}}, "bob.png", "bob@example.com").json().string_or("id", "");
    const std::string text = upload({{"file", "words"}}, "bob.png", "bob@example.com").json().string_or("id", "");
    const std::string shared = upload({{"record", make("account", {{"name", "Acme"}})}, {"file", png}}, "plan.png").json().string_or("id", "");
    EXPECT_EQ(refusal("eve@example.com", bob, Json::Members{{"file_id", nullptr}}), "administrator_needed");
    EXPECT_EQ(refusal("eve@example.com", eve, Json::Members{{"file_id", of_bob}}), "no_match");
    EXPECT_EQ(refusal("eve@example.com", eve, Json::Members{{"file_id", shared}}), "no_match") << "also of one that others let her see";
    EXPECT_EQ(refusal("bob@example.com", bob, Json::Members{{"file_id", text}}), "not_a_picture");
    const std::string drawing = upload({{"file", std::string("\1\0\2\3", 4)}}, "plan.dwg", "bob@example.com").json().string_or("id", "");
    EXPECT_EQ(refusal("bob@example.com", bob, Json::Members{{"file_id", drawing}}), "not_a_picture") << "no browser shows it";
    EXPECT_EQ(refusal("bob@example.com", bob, Json::Members{{"file_id", bob}}), "no_match");
    EXPECT_EQ(refusal("bob@example.com", bob, Json::Members{{"file_id", 7}}), "invalid_id");
    EXPECT_EQ(refusal("bob@example.com", bob, Json::Members{{"file_id", ""}}), "invalid_id");
    EXPECT_EQ(refusal("bob@example.com", bob, Json::Members{{"photo_id", of_bob}, {"administrator", true}}), "required");
    EXPECT_EQ(send("bob@example.com", Patch, "/records/user/" + bob, Json(Json::Members{{"photo_id", of_bob}}).text()).status, 403);
    const std::string of_administrator = kept(png, "eve.png");
    EXPECT_EQ(administer(Post, "/records/user/" + eve + "/actions/set_photo", Json::Members{{"file_id", of_administrator}}).string_or("photo_id", ""), of_administrator);
    EXPECT_EQ(content(of_administrator, "bob@example.com").body, png);
    EXPECT_EQ(send(administrator, Patch, "/records/user/" + eve, Json(Json::Members{{"photo_id", text}}).text()).status, 422);
}

TEST_P(Files, that_are_damaged_or_gone_say_so) {
    std::string id = kept("right");
    ASSERT_EQ(contents().size(), 1U);
    fs::path path = contents().front();
    std::ofstream(path, std::ios::binary | std::ios::trunc) << "wrong";
    Answer damaged = content(id);
    EXPECT_EQ(damaged.status, 503);
    EXPECT_EQ(damaged.json().string_or("code", ""), "content_damaged");
    fs::remove(path);
    EXPECT_EQ(content(id).json().string_or("code", ""), "content_missing");
    kept("right");
    EXPECT_EQ(content(id).body, "right");
}

TEST_P(Files, that_are_read_in_parts_are_looked_at_whole_once) {
    std::string id = kept("0123456789");
    auto part = [&](const std::string& range) { return content(id, administrator, {{"Range", range}}); };
    EXPECT_EQ(part("bytes=0-1").body, "01");
    fs::remove(contents().front());
    EXPECT_EQ(part("bytes=8-").body, "89") << "who began to read goes on";
    EXPECT_EQ(content(id).json().string_or("code", ""), "content_missing");
}

DateTime in_days(int days) { return DateTime(DateTime::now().microseconds() + days * DateTime::day); }

TEST_P(Files, whose_content_nobody_names_are_removed_a_week_later) {
    std::string id = kept("old");
    std::string stays = kept("new");
    administer(Delete, "/records/file/" + id);
    auto remove_unused = [&](int today) { return files::remove_unused(workspace().files(), in_days(today), in_days(today - 7)); };
    EXPECT_EQ(remove_unused(100), 0) << "it is in the trash";
    records::empty_trash(workspace().records(), security::Actor::system("trash"), in_days(1), [](const records::EmptiedTrash&) {});
    EXPECT_EQ(remove_unused(100), 0) << "nobody names it since today";
    EXPECT_EQ(remove_unused(106), 0);
    kept("old");
    EXPECT_EQ(remove_unused(108), 0) << "it is named again";
    EXPECT_EQ(contents().size(), 2U);
    administer(Delete, "/records/file/" + administer(Get, "/records/file?sort=-created_at")["records"].array().at(0).string_or("id", ""));
    records::empty_trash(workspace().records(), security::Actor::system("trash"), in_days(1), [](const records::EmptiedTrash&) {});
    EXPECT_EQ(remove_unused(200), 0);
    EXPECT_EQ(remove_unused(208), 1);
    EXPECT_EQ(contents().size(), 1U);
    EXPECT_EQ(content(stays).body, "new");
}

TEST_P(Files, are_checked) {
    auto findings = [&] {
        std::string out;
        for (const auto& finding : app::check(workspace(), [](const std::string&) {})) out += finding.kind + " ";
        return out;
    };
    std::string id = kept("right");
    administer(Delete, "/records/file/" + id);
    EXPECT_EQ(findings(), "");
    fs::path path = contents().front();
    std::ofstream(path, std::ios::binary | std::ios::trunc) << "wrong";
    EXPECT_EQ(findings(), "damaged_content ");
    fs::remove(path);
    EXPECT_EQ(findings(), "missing_content ");
    kept("right");
    fs::copy_file(path, path.parent_path() / std::string(64, 'a'));
    EXPECT_EQ(findings(), "orphaned_content ");
}

TEST_P(Files, go_along_with_backups) {
    std::string id = kept("kept well");
    auto quiet = [](const std::string&) {};
    backups::Kept backup = app::back_up(workspace().database(), {folder(), folder() / "backups"}, quiet);
    EXPECT_TRUE(app::verify(backup, app::read_key(folder()), quiet).empty());
    const app::Location place{folder() / "restored", ""};
    app::restore(backup, place, app::read_key(folder()), quiet);
    {
        app::Workspace restored(place, app::Workspace::Opening::Existing);
        EXPECT_TRUE(app::check(restored, quiet).empty());
    }
    for (const auto& entry : fs::recursive_directory_iterator(backup.folder / "files"))
        if (entry.is_regular_file()) std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << "lost";
    auto findings = app::verify(backup, app::read_key(folder()), quiet);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().kind, "missing_content");
}

TEST_P(Files, share_their_room_with_the_backup_before_unless_it_is_damaged) {
    kept("kept well");
    auto content_of_backup = [&](const std::string& name) {
        auto backup = app::back_up(workspace().database(), {folder(), folder() / "backups"}, [](const std::string&) {});
        const fs::path place = backup.folder.parent_path() / name;
        fs::rename(backup.folder, place);
        for (const auto& entry : fs::recursive_directory_iterator(place / "files"))
            if (entry.is_regular_file()) return entry.path();
        return fs::path();
    };
    const fs::path first = content_of_backup("first");
    const fs::path second = content_of_backup("second");
    EXPECT_TRUE(fs::equivalent(first, second));
    std::ofstream(second, std::ios::binary | std::ios::trunc) << "lost";
    const fs::path third = content_of_backup("third");
    EXPECT_EQ(fs::file_size(third), std::string_view("kept well").size());
}

TEST_P(Files, are_in_what_is_exported_of_everything) {
    std::string id = kept("in the archive");
    std::string lost = upload({{"file", "lost"}}, "lost.txt").json().string_or("id", "");
    for (const fs::path& path : contents())
        if (fs::file_size(path) == 4) fs::remove(path);
    std::string archive = send(administrator, Get, "/exports/everything").body;
    EXPECT_NE(archive.find("files/" + id + ".txt"), std::string::npos);
    EXPECT_EQ(archive.find("files/" + lost + ".txt"), std::string::npos);
    EXPECT_NE(archive.find("files/left_out.txt"), std::string::npos);
}

}  // namespace
}  // namespace rapport::scenarios
