#include "http/multipart.h"

#include <algorithm>

#include "base/failure.h"
#include "http/header_value.h"
#include "http/headers.h"

namespace rapport::http {
namespace {

constexpr std::size_t longest_boundary = 70;
constexpr std::size_t longest_head = 8 << 10;
constexpr std::size_t longest_padding = 256;

Failure malformed(const std::string& what) {
    return Failure(FailureKind::Invalid, "malformed_multipart", "The form cannot be read: " + what + " Send it as multipart/form-data, as browsers and curl -F do.");
}

std::string boundary_of(std::string_view content_type) {
    auto value = read_header_value(content_type);
    if (!value || !equal_in_any_case(value->value, "multipart/form-data"))
        throw Failure(FailureKind::Invalid, "not_multipart", "This request takes a form with a file: send it as multipart/form-data, as browsers and curl -F do.");
    std::string boundary = value->parameter("boundary").value_or("");
    if (boundary.empty() || boundary.size() > longest_boundary)
        throw Failure(FailureKind::Invalid, "not_multipart", "The Content-Type of a form names its boundary, of 1 to 70 characters: let the program that makes the form set the header.");
    return boundary;
}

/// Browsers write these three in names as HTML says; nothing else is escaped.
std::string without_escapes(std::string text) {
    constexpr std::pair<std::string_view, char> escapes[]{{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}};
    for (auto [escape, character] : escapes)
        for (auto place = text.find(escape); place != std::string::npos; place = text.find(escape, place + 1)) text.replace(place, escape.size(), 1, character);
    return text;
}

FormPart read_disposition(std::string_view line) {
    auto value = read_header_value(line);
    if (!value || !equal_in_any_case(value->value, "form-data")) throw malformed("a part has a Content-Disposition that is not form-data with a name.");
    auto name = value->parameter("name");
    if (!name) throw malformed("a part has no name.");
    FormPart part{without_escapes(*std::move(name)), {}};
    if (auto file_name = value->parameter("filename")) part.file_name = without_escapes(*std::move(file_name));
    else part.file_name = value->extended_parameter("filename");
    return part;
}

FormPart read_part(std::string_view head) {
    std::optional<FormPart> part;
    while (!head.empty()) {
        std::string_view line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(std::min(line.size() + 2, head.size()));
        auto colon = line.find(':');
        if (colon == std::string_view::npos) throw malformed("a line in the head of a part has no colon.");
        std::string_view name = line.substr(0, colon);
        std::string_view value = line.substr(colon + 1);
        if (equal_in_any_case(name, "Content-Disposition")) {
            if (part) throw malformed("a part has two Content-Dispositions.");
            part = read_disposition(value);
        }
        bool is_coding = equal_in_any_case(name, "Content-Transfer-Encoding");
        if (is_coding && (value.find("base64") != std::string_view::npos || value.find("quoted-printable") != std::string_view::npos)) throw malformed("a part is coded (Content-Transfer-Encoding), which forms are not.");
    }
    if (!part) throw malformed("a part has no Content-Disposition.");
    return *std::move(part);
}

}  // namespace

MultipartReader::MultipartReader(std::string_view content_type, FormListener& listener) : listener_(listener), delimiter_("\r\n--" + boundary_of(content_type)) {}

void MultipartReader::read(std::string_view bytes) {
    if (state_ == State::End) return;
    waiting_ += bytes;
    while (step()) continue;
    waiting_.erase(0, used_);
    used_ = 0;
}

void MultipartReader::finish() const {
    if (state_ != State::End) throw malformed(state_ == State::Preamble ? "its boundary is not in it." : "it ends before its last boundary.");
}

/// Answers false when more bytes are needed.
bool MultipartReader::step() {
    switch (state_) {
        case State::Preamble:
        case State::Content: return read_until_boundary();
        case State::AfterBoundary: return read_after_boundary();
        case State::Head: return read_head();
        case State::End: break;
    }
    used_ = waiting_.size();  // what stands behind the end is for nobody
    return false;
}

bool MultipartReader::read_until_boundary() {
    auto place = rest().find(delimiter_);
    bool found = place != std::string_view::npos;
    // The last bytes may be the beginning of a boundary.
    std::size_t count = found ? place : rest().size() - std::min(rest().size(), delimiter_.size() - 1);
    bool is_content = state_ == State::Content;
    if (is_content && count > 0) listener_.add_content(rest().substr(0, count));
    used_ += count;
    if (!found) return false;
    used_ += delimiter_.size();
    state_ = State::AfterBoundary;
    if (is_content) listener_.end_part();
    return true;
}

bool MultipartReader::read_after_boundary() {
    if (rest().starts_with("--")) {
        state_ = State::End;
        return true;
    }
    auto end = rest().find_first_not_of(" \t");
    if (std::min(end, rest().size()) > longest_padding) throw malformed("there is something behind a boundary.");
    if (end == std::string_view::npos) return false;
    std::string_view line_end = rest().substr(end, 2);
    // "\r" and "-" may be the first half of what has to come.
    if (line_end == "\r" || (end == 0 && line_end == "-")) return false;
    if (line_end != "\r\n") throw malformed("there is something behind a boundary.");
    // The line end stays: a head without lines is an empty line behind it.
    used_ += end;
    state_ = State::Head;
    return true;
}

bool MultipartReader::read_head() {
    auto end = rest().find("\r\n\r\n");
    if (std::min(end, rest().size()) > longest_head) throw malformed("the head of a part is too long.");
    if (end == std::string_view::npos) return false;
    std::string_view head = rest().substr(std::min<std::size_t>(2, end), end - std::min<std::size_t>(2, end));
    FormPart part = read_part(head);
    used_ += end + 4;
    state_ = State::Content;
    listener_.begin_part(std::move(part));
    return true;
}

}  // namespace rapport::http
