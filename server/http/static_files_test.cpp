#include "http/static_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace rapport::http {
namespace {

namespace fs = std::filesystem;

/// A small web app in a folder that goes with the test, and a secret beside it.
class StaticFilesTest : public ::testing::Test {
protected:
    StaticFilesTest() {
        put("app/index.html", "<!doctype html>");
        put("app/assets/index-5f3a.js", std::string(5000, ' '));
        put("app/assets/index-5f3a.js.br", "as brotli");
        put("app/assets/index-5f3a.js.gz", "as gzip");
        put("app/long.css", std::string(5000, ' '));
        put("app/.env", "hidden");
        put("app/.git/config", "hidden");
        put("secret.txt", "secret");
        fs::create_symlink(root_ / "secret.txt", root_ / "app/link.txt");
    }
    ~StaticFilesTest() override { fs::remove_all(root_); }

    void put(const fs::path& name, std::string_view content) {
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name) << content;
    }

    Response get(std::string path, std::string_view accept_encoding = "", std::string_view if_none_match = "") {
        Request request;
        request.path = std::move(path);
        request.headers.add("Accept-Encoding", accept_encoding);
        request.headers.add("If-None-Match", if_none_match);
        return StaticFiles(root_ / "app").answer(request);
    }

    fs::path root_ = fs::temp_directory_path() / ("rapport_static_files_" + std::to_string(::getpid()));
};

std::string_view header(const Response& response, std::string_view name) { return response.headers.find(name).value_or(""); }

TEST_F(StaticFilesTest, answers_a_file_with_its_type) {
    Response response = get("/assets/index-5f3a.js");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(header(response, "Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(response.shared_body->size(), 5000u);
}

TEST_F(StaticFilesTest, lets_hashed_files_be_kept_and_others_be_asked_for) {
    EXPECT_EQ(header(get("/assets/index-5f3a.js"), "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(header(get("/index.html"), "Cache-Control"), "no-cache");
}

TEST_F(StaticFilesTest, prefers_what_was_compressed_before) {
    EXPECT_EQ(*get("/assets/index-5f3a.js", "gzip, deflate, br").shared_body, "as brotli");
    EXPECT_EQ(*get("/assets/index-5f3a.js", "gzip").shared_body, "as gzip");
    EXPECT_EQ(header(get("/assets/index-5f3a.js", "br"), "Content-Encoding"), "br");
}

TEST_F(StaticFilesTest, compresses_text_that_was_not) {
    Response response = get("/long.css", "gzip");
    EXPECT_EQ(header(response, "Content-Encoding"), "gzip");
    EXPECT_LT(response.shared_body->size(), 200u);
}

TEST_F(StaticFilesTest, does_not_send_what_the_client_has) {
    std::string etag(header(get("/index.html"), "ETag"));
    Response response = get("/index.html", "", etag);
    EXPECT_EQ(response.status, 304);
    EXPECT_EQ(response.shared_body, nullptr);
    EXPECT_EQ(header(response, "ETag"), etag);
    EXPECT_EQ(get("/index.html", "", "W/\"x\", W/" + etag).status, 304);
    EXPECT_EQ(get("/index.html", "", "\"x\"").status, 200);
}

TEST_F(StaticFilesTest, tells_encodings_apart_by_etag) {
    EXPECT_NE(header(get("/assets/index-5f3a.js", "br"), "ETag"), header(get("/assets/index-5f3a.js"), "ETag"));
}

TEST_F(StaticFilesTest, answers_pages_of_the_app_with_its_index) {
    for (std::string path : {"/", "/accounts", "/accounts/001/edit", "/accounts/"}) {
        EXPECT_EQ(*get(path).shared_body, "<!doctype html>") << path;
    }
}

TEST_F(StaticFilesTest, does_not_answer_a_missing_file_with_a_page) {
    EXPECT_EQ(get("/assets/old-1234.js").status, 404);
    EXPECT_EQ(get("/favicon.ico").status, 404);
}

TEST_F(StaticFilesTest, stays_in_its_folder) {
    for (std::string path : {"/../secret.txt", "/assets/../../secret.txt", "//secret.txt", "/./../secret.txt", "/..\\secret.txt",
                             "/link.txt", "/.env", "/.git/config", "/etc/passwd.txt", "secret.txt"}) {
        EXPECT_EQ(get(path).status, 404) << path;
    }
}

TEST_F(StaticFilesTest, guards_the_page) {
    Response response = get("/");
    EXPECT_NE(header(response, "Content-Security-Policy").find("frame-ancestors 'none'"), std::string_view::npos);
    EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(response, "Referrer-Policy"), "same-origin");
}

TEST_F(StaticFilesTest, can_only_be_read) {
    Request request;
    request.method = Method::Post;
    request.path = "/index.html";
    Response response = StaticFiles(root_ / "app").answer(request);
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD");
}

TEST_F(StaticFilesTest, says_that_there_is_no_web_app) {
    Request request;
    request.path = "/";
    for (std::string folder : {"nowhere", "app/assets"}) {
        Response response = StaticFiles(root_ / folder).answer(request);
        EXPECT_EQ(response.status, 404) << folder;
        EXPECT_NE(response.body.find("\"no_web_app\""), std::string::npos) << folder;
    }
}

}  // namespace
}  // namespace rapport::http
