#include "api/upload.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "api/authentication.h"
#include "base/text.h"
#include "files/kind.h"
#include "security/rights.h"

namespace rapport::api {
namespace {

constexpr std::array field_names{"record", "name", "description", "private"};
/// For all fields, and for what a form has around them.
constexpr std::size_t most_field_bytes = 256 << 10;

Failure too_large(std::size_t largest_file) {
    return Failure(FailureKind::TooLarge, "file_too_large", fmt::format("A file may have at most {} MB here. Make it smaller, or put it elsewhere and add a link to it.", largest_file >> 20));
}

bool is_true(const std::string& text) {
    if (text == "true" || text == "1" || text == "on") return true;
    if (text == "false" || text == "0" || text.empty()) return false;
    throw invalid_field({"private", "wrong_type", "private is true or false; it was " + text::quoted(text) + "."});
}

}  // namespace

Upload::Upload(Services& services, const http::Request& head, std::size_t largest_file) : services_(services), head_(head), largest_file_(largest_file) {}

bool Upload::take(std::string_view bytes) {
    if (failure_) return false;
    try {
        if (!form_) begin();
        form_->read(bytes);
        return true;
    } catch (...) {
        failure_ = std::current_exception();
        file_.reset();
        return false;
    }
}

/// Before the first byte: who is turned away sends no file for nothing.
void Upload::begin() {
    auto actor = authenticate(services_, head_).actor;
    const metadata::Object& object = services_.registry.current()->object("file");
    if (!actor.rights().may(security::ObjectRight::Create, object))
        throw Failure(FailureKind::Forbidden, "object_forbidden", "You may not create " + object.plural_label + ": your permission sets do not allow it. Ask an administrator.");
    form_ = std::make_unique<http::MultipartReader>(head_.header("Content-Type"), *this);
    std::string_view announced = head_.header("Content-Length");
    std::uint64_t length = 0;
    std::from_chars(announced.data(), announced.data() + announced.size(), length);
    if (length > largest_file_ + 2 * most_field_bytes) throw too_large(largest_file_);
}

void Upload::begin_part(http::FormPart part) {
    if (part.name == "file") {
        if (file_) throw invalid_field({"file", "too_many", "A form brings one file: send each file in a request of its own."});
        file_ = services_.files.begin();
        file_name_ = part.file_name.value_or("");
        return;
    }
    if (std::find(field_names.begin(), field_names.end(), part.name) == field_names.end())
        throw invalid_field({part.name, "unknown_field", "A file comes with record, name, description, private and file; " + text::quoted(part.name) + " is none of them."});
    auto [place, is_new] = fields_.try_emplace(part.name);
    if (!is_new) throw invalid_field({part.name, "too_many", part.name + " is in the form twice."});
    field_ = &place->second;
}

void Upload::add_content(std::string_view bytes) {
    if (field_) {
        field_bytes_ += bytes.size();
        if (field_bytes_ > most_field_bytes) throw Failure(FailureKind::TooLarge, "body_too_large", "The fields beside the file are too long.");
        field_->append(bytes);
        return;
    }
    if (static_cast<std::size_t>(file_->size()) + bytes.size() > largest_file_) throw too_large(largest_file_);
    first_bytes_.append(bytes.substr(0, files::telling_bytes - first_bytes_.size()));
    file_->write(bytes);
}

void Upload::end_part() {
    if (!field_) file_->finish();
    field_ = nullptr;
}

Json Upload::finish() {
    if (failure_) std::rethrow_exception(failure_);
    form_->finish();
    if (!file_) throw invalid_field({"file", "required", "The form has no part of the name file, with the file itself."});
    const metadata::Object& object = services_.registry.current()->object("file");
    Json out{Json::Members{}};
    for (const auto& [name, text] : fields_)
        if (!text::is_valid_utf8(text)) throw invalid_field({name, "malformed_utf8", name + " is not UTF-8."});
    auto field = [&](const char* name) { return fields_.contains(name) ? fields_.at(name) : ""; };
    if (!field("record").empty()) out.set("record_id", field("record"));
    if (!field("description").empty()) out.set("description", field("description"));
    if (fields_.contains("private")) out.set("private", is_true(field("private")));
    std::string name = field("name").empty() ? files::name_from(file_name_, object.field("name").length, object.label) : field("name");
    out.set("content_type", files::kind_of(first_bytes_, name));
    out.set("name", std::move(name));
    out.set("size", file_->size());
    out.set("sha256", file_->address().text());
    services_.files.keep(*file_);
    return out;
}

}  // namespace rapport::api
