#include "live/event_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json.h"
#include "base/secret_box.h"

namespace rapport::live {

void EventText::add(std::string_view event, std::string_view data) {
    last_ = text_.size();
    fmt::format_to(std::back_inserter(text_), "event: {}\ndata: {}\n\n", event, data);
}

std::string EventText::finish(std::string_view place) && {
    std::string line = fmt::format("id: {}\n", place);
    // Without a data line it is no event, but a place all the same.
    if (text_.empty()) return line + "\n";
    text_.insert(last_, line);
    return std::move(text_);
}

std::string seal_place(const records::OutboxPlace& place, std::string_view engine) {
    Json::Array parts{Json(engine), Json(place.newest), Json(place.newest_at.microseconds()), Json(place.committed)};
    std::string sealed = SecretBox::current().seal(Json(std::move(parts)).text());
    // A client may send it in an address, where these mean something else.
    std::replace(sealed.begin(), sealed.end(), '+', '-');
    std::replace(sealed.begin(), sealed.end(), '/', '_');
    sealed.resize(sealed.find_last_not_of('=') + 1);
    return sealed;
}

std::optional<records::OutboxPlace> open_place(std::string_view sealed, std::string_view engine) {
    std::string base64(sealed);
    std::replace(base64.begin(), base64.end(), '-', '+');
    std::replace(base64.begin(), base64.end(), '_', '/');
    base64.append((4 - base64.size() % 4) % 4, '=');
    try {
        const Json parts = Json::parse(SecretBox::current().open(base64));
        if (!parts.is_array() || parts.array().size() != 4 || parts.array()[0].string() != engine) return std::nullopt;
        return records::OutboxPlace{parts.array()[3].string(), parts.array()[1].integer(), DateTime(parts.array()[2].integer())};
    } catch (const Failure&) {
        return std::nullopt;
    }
}

}  // namespace rapport::live
