#include "identity/passkeys/cbor_map.h"

#include <cbor.h>

#include <limits>
#include <memory>

namespace rapport::identity {
namespace {

/// An attestation has three parts, a key five.
constexpr std::size_t most_parts = 64;

struct Release {
    void operator()(cbor_item_t* item) const { cbor_decref(&item); }
};
using Item = std::unique_ptr<cbor_item_t, Release>;

/// What is announced by way of parts, so that memory is taken for none that cannot be there.
struct Announced {
    std::size_t parts = 0;
    bool too_many = false;

    static void add(void* self, std::size_t count) {
        auto& announced = *static_cast<Announced*>(self);
        announced.too_many = announced.too_many || count > most_parts || (announced.parts += count + 1) > most_parts;
    }
    static void add_open(void* self) { add(self, 0); }
    static void add_tag(void* self, std::uint64_t) { add(self, 0); }
};

bool is_small(std::string_view bytes) {
    cbor_callbacks callbacks = cbor_empty_callbacks;
    callbacks.array_start = callbacks.map_start = Announced::add;
    callbacks.indef_array_start = callbacks.indef_map_start = Announced::add_open;
    callbacks.tag = Announced::add_tag;
    Announced announced;
    while (!bytes.empty() && !announced.too_many) {
        auto result = cbor_stream_decode(reinterpret_cast<cbor_data>(bytes.data()), bytes.size(), &callbacks, &announced);
        if (result.status != CBOR_DECODER_FINISHED) break;
        bytes.remove_prefix(result.read);
    }
    return !announced.too_many;
}

std::optional<std::int64_t> number_of(const cbor_item_t* item) {
    constexpr std::uint64_t highest = std::numeric_limits<std::int64_t>::max();
    if (!cbor_is_int(item) || cbor_get_int(item) > highest) return std::nullopt;
    auto number = static_cast<std::int64_t>(cbor_get_int(item));
    return cbor_isa_negint(item) ? -1 - number : number;
}

std::optional<std::string> text_of(const cbor_item_t* item) {
    if (!cbor_isa_string(item) || !cbor_string_is_definite(item)) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(cbor_string_handle(item)), cbor_string_length(item));
}

std::optional<std::string> bytes_of(const cbor_item_t* item) {
    if (!cbor_isa_bytestring(item) || !cbor_bytestring_is_definite(item)) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(cbor_bytestring_handle(item)), cbor_bytestring_length(item));
}

}  // namespace

std::optional<CborMap> CborMap::read(std::string_view bytes, std::string_view& rest) {
    if (bytes.empty() || !is_small(bytes)) return std::nullopt;
    cbor_load_result result{};
    Item item(cbor_load(reinterpret_cast<cbor_data>(bytes.data()), bytes.size(), &result));
    if (!item || !cbor_isa_map(item.get())) return std::nullopt;
    CborMap map;
    for (std::size_t i = 0; i < cbor_map_size(item.get()); ++i) {
        const cbor_pair& pair = cbor_map_handle(item.get())[i];
        Part part;
        if (auto number = number_of(pair.value)) part = *number;
        else if (auto text = text_of(pair.value)) part = *text;
        else if (auto string = bytes_of(pair.value)) part = Bytes{*string};
        Key key;
        if (auto number = number_of(pair.key)) key = *number;
        else if (auto text = text_of(pair.key)) key = *text;
        else return std::nullopt;
        if (!map.parts_.emplace(std::move(key), std::move(part)).second) return std::nullopt;
    }
    rest = bytes.substr(result.read);
    return map;
}

std::optional<std::string> CborMap::bytes(const Key& key) const {
    auto found = find<Bytes>(key);
    return found ? std::optional(found->bytes) : std::nullopt;
}

}  // namespace rapport::identity
