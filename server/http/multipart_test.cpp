#include "http/multipart.h"

#include <gtest/gtest.h>

#include "base/failure.h"
#include "http/header_value.h"

namespace rapport::http {
namespace {

constexpr std::string_view form_type = "multipart/form-data; boundary=b";

/// What a form holds, as one text: "name=content;" or "name[file]=content;".
class Heard final : public FormListener {
public:
    void begin_part(FormPart part) override { text += part.name + (part.file_name ? "[" + *part.file_name + "]" : "") + "="; }
    void add_content(std::string_view bytes) override { text += bytes; }
    void end_part() override { text += ";"; }
    std::string text;
};

std::string read(std::string_view form, std::size_t step = 1 << 20, std::string_view type = form_type) {
    Heard heard;
    try {
        MultipartReader reader(type, heard);
        for (std::size_t i = 0; i < form.size(); i += step) reader.read(form.substr(i, step));
        reader.finish();
    } catch (const Failure& failure) {
        return failure.code();
    }
    return heard.text;
}

std::string part(std::string_view head, std::string_view content) { return "--b\r\n" + std::string(head) + "\r\n\r\n" + std::string(content) + "\r\n"; }
std::string field(std::string_view name, std::string_view content) { return part("Content-Disposition: form-data; name=\"" + std::string(name) + "\"", content); }

TEST(Multipart, reads_the_same_whatever_the_pieces) {
    const std::string form = "ignored\r\n" + field("name", "A\r\n--c\r\n-") + part("content-disposition: form-data; name=file; filename=\"a \\\"b\\\".pdf\"\r\nContent-Type: application/pdf", "\r\n\r\n--") +
                             field("empty", "") + "--b--\r\nignored, too";
    for (std::size_t step = 1; step <= form.size(); ++step) ASSERT_EQ(read(form, step), "name=A\r\n--c\r\n-;file[a \"b\".pdf]=\r\n\r\n--;empty=;") << step;
}

TEST(Multipart, reads_two_megabytes_byte_by_byte) {
    const std::string content(2 << 20, '\r');
    EXPECT_EQ(read(field("x", content) + "--b--", 1), "x=" + content + ";");
}

TEST(Multipart, reads_names_as_browsers_and_others_write_them) {
    auto name_of = [](std::string_view disposition) { return read(part("Content-Disposition: form-data; name=f; " + std::string(disposition), "") + "--b--"); };
    EXPECT_EQ(name_of("filename=\"a%22b%0D%0A%41.txt\""), "f[a\"b\r\n%41.txt]=;");
    EXPECT_EQ(name_of("filename=\"C:\\dir\\a.txt\""), "f[C:\\dir\\a.txt]=;");
    EXPECT_EQ(name_of("filename=\"ü; name=x.txt\""), "f[ü; name=x.txt]=;");
    EXPECT_EQ(name_of("filename*=UTF-8''%C3%BC.txt"), "f[ü.txt]=;");
    EXPECT_EQ(name_of("filename="), "f[]=;");
    EXPECT_EQ(name_of(""), "f=;");
}

TEST(Multipart, refuses_what_is_none) {
    const std::string good = field("x", "1");
    EXPECT_EQ(read(good + "--b--", 9, "multipart/form-data; boundary=\"b\"; charset=utf-8"), "x=1;");
    for (auto type : {"", "application/json", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b", "multipart/form-data; boundary=\"b"}) EXPECT_EQ(read(good + "--b--", 9, type), "not_multipart") << type;
    EXPECT_EQ(read(good, 9, "multipart/form-data; boundary=" + std::string(71, 'b')), "not_multipart");
    EXPECT_EQ(read("--b--"), "");
    for (const std::string& form : {std::string(), std::string("nothing"), good, good + "--b", good + "--b-", good + "--bx--", good + "--b\n\n", "--b" + std::string(300, ' '), "--b\r\n" + std::string(9000, 'x'), part("", "1") + "--b--",
                                    part("Content-Type: text/plain", "1") + "--b--", part("Content-Disposition: form-data", "1") + "--b--", part("Content-Disposition: attachment; name=x", "1") + "--b--",
                                    part("Content-Disposition: form-data; name=\"x", "1") + "--b--", part("no colon", "1") + "--b--",
                                    part("Content-Disposition: form-data; name=x\r\nContent-Transfer-Encoding: base64", "MQ==") + "--b--",
                                    part("Content-Disposition: form-data; name=x\r\nContent-Disposition: form-data; name=y", "1") + "--b--"})
        for (std::size_t step : {std::size_t{1}, form.size() + 1}) EXPECT_EQ(read(form, step), "malformed_multipart") << form.substr(0, 100);
}

TEST(ContentDisposition, says_any_name_without_adding_anything_to_the_header) {
    using enum Disposition;
    EXPECT_EQ(content_disposition(Inline, "a b.pdf"), "inline; filename=\"a b.pdf\"");
    EXPECT_EQ(content_disposition(Attachment, "ü\"\r\nX: 1;.html"), "attachment; filename=\"____X_ 1_.html\"; filename*=UTF-8''%C3%BC%22%0D%0AX%3A%201%3B.html");
    EXPECT_EQ(content_disposition(Attachment, "..\\..\\%41"), "attachment; filename=\".._..__41\"; filename*=UTF-8''..%5C..%5C%2541");
}

}  // namespace
}  // namespace rapport::http
