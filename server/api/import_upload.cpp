#include "api/import_upload.h"

#include "base/text.h"
#include "http/multipart.h"

namespace rapport::api {
namespace {

constexpr std::size_t most_request_bytes = 1 << 20;

class Form final : public http::FormListener {
public:
    std::string request;
    std::string file;
    std::string file_name;

    void begin_part(http::FormPart part) override {
        part_ = part.name == "file" ? &file : part.name == "request" ? &request : nullptr;
        if (!part_) throw invalid_field({part.name, "unknown_field", "An import comes with request and file; " + text::quoted(part.name) + " is neither."});
        if (!part_->empty()) throw invalid_field({part.name, "too_many", part.name + " is in the form twice."});
        if (part_ == &file) file_name = part.file_name.value_or("");
    }
    void add_content(std::string_view bytes) override {
        part_->append(bytes);
        if (request.size() > most_request_bytes) throw Failure(FailureKind::TooLarge, "body_too_large", "What the import is to do takes more than a megabyte.");
    }
    void end_part() override {}

private:
    std::string* part_ = nullptr;
};

void read_json(imports::Request& request, const Json& json) {
    request.mapping = {json.string_or("object", ""), json["mapping"], json.string_or("match", "")};
    request.keep = json.boolean_or("dry_run", false) ? imports::Keep::Nothing : imports::Keep::Rows;
    request.file_name = json.string_or("file_name", request.file_name);
    request.reading.sheet = json.string_or("sheet", "");
    request.reading.csv.formula_guard = documents::csv::guard_of(json.boolean_or("formula_guard", true));
}

std::string read_form(imports::Request& request, Call& call) {
    Form form;
    http::MultipartReader reader(call.request.header("Content-Type"), form);
    const std::string body = std::move(call.request.body);
    reader.read(body);
    reader.finish();
    if (form.file.empty()) throw invalid_field({"file", "required", "The form has no part of the name file, with the file itself."});
    request.file_name = text::is_valid_utf8(form.file_name) ? form.file_name : "";
    read_json(request, form.request.empty() ? Json(Json::Members{}) : Json::parse(form.request));
    return std::move(form.file);
}

std::string read_query(imports::Request& request, Call& call) {
    std::string map = call.text("map");
    request.mapping = {call.text("object"), map.empty() ? Json() : Json::parse(map), call.text("match")};
    request.keep = call.flag("dry_run") ? imports::Keep::Nothing : imports::Keep::Rows;
    request.file_name = call.text("file_name");
    request.reading.sheet = call.text("sheet");
    request.reading.csv.formula_guard = documents::csv::guard_of(call.text("formula_guard").empty() || call.flag("formula_guard"));
    return std::move(call.request.body);
}

}  // namespace

imports::Request read_import(Call& call) {
    imports::Request request;
    std::string_view type = call.request.header("Content-Type");
    std::string file;
    if (type.starts_with("multipart/form-data")) {
        file = read_form(request, call);
    } else if (type.starts_with("application/json")) {
        Json body = call.body();
        read_json(request, body);
        file = body["csv"].string();
    } else {
        file = read_query(request, call);
    }
    if (request.mapping.object.empty()) throw invalid_field({"object", "required", "Say which object the rows become, such as object=contact."});
    request.total_bytes = static_cast<std::int64_t>(file.size());
    request.open = [file = std::make_shared<const std::string>(std::move(file))]() -> documents::ByteSource {
        return [file, place = std::size_t{0}](char* buffer, std::size_t capacity) mutable {
            std::size_t count = file->copy(buffer, capacity, place);
            place += count;
            return count;
        };
    };
    return request;
}

}  // namespace rapport::api
