#include "api/record_response.h"

namespace rapport::api {
namespace {

/// The record's version, as its entity tag; the answer holds it as a member.
std::string entity_tag(const std::string& record) {
    constexpr std::string_view key = "\"version\":";
    auto place = record.rfind(key);
    if (place == std::string::npos) return "";
    auto begin = place + key.size();
    return "\"" + record.substr(begin, record.find_first_of(",}", begin) - begin) + "\"";
}

}  // namespace

http::Response record_response(int status, std::string json) {
    std::string tag = entity_tag(json);
    auto response = http::Response::json(status, std::move(json));
    if (!tag.empty()) response.set("ETag", std::move(tag));
    return response;
}

http::Response saved_response(int status, Call& call, const metadata::Object& object, RecordId id) {
    try {
        return record_response(status, record_json(call, object, id));
    } catch (const Failure& failure) {
        if (failure.kind() == FailureKind::Internal) throw;
        return http::Response::json(status, "{\"id\":\"" + id.text() + "\"}");
    }
}

}  // namespace rapport::api
