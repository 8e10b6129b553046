#include "http/request_id.h"

#include <atomic>

#include "base/calendar.h"
#include "base/record_id.h"

namespace rapport::http {

std::string new_request_id() {
    static std::atomic<std::uint64_t> counter{static_cast<std::uint64_t>(DateTime::now().microseconds())};
    return RecordId(static_cast<std::int64_t>(counter.fetch_add(1) & 0xffffffffffff) | (std::int64_t{1} << RecordId::sequence_bits)).text().substr(3, 12);
}

}  // namespace rapport::http
