#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "records/outbox.h"

namespace rapport::live {

/// Server-sent events, as they go over the wire.
class EventText {
public:
    /// `data` is JSON, in one line.
    void add(std::string_view event, std::string_view data);
    bool empty() const { return text_.empty(); }
    /// All of it; whoever has the last event has all before it, so only that one bears the place from which to go on.
    std::string finish(std::string_view place) &&;

private:
    std::string text_;
    std::size_t last_ = 0;  // where the last event begins
};

/// A place in the outbox as clients keep it (Last-Event-ID): sealed, because how much happens is not for everybody.
std::string seal_place(const records::OutboxPlace& place, std::string_view engine);
/// None for what is no place of this workspace.
std::optional<records::OutboxPlace> open_place(std::string_view sealed, std::string_view engine);

}  // namespace rapport::live
