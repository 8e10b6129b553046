#include "storage/blobs/address.h"

namespace rapport::storage::blobs {

std::optional<Address> Address::parse(std::string_view text) {
    constexpr std::size_t digits = 64;
    if (text.size() != digits || text.find_first_not_of("0123456789abcdef") != std::string_view::npos) return std::nullopt;
    return Address(std::string(text));
}

}  // namespace rapport::storage::blobs
