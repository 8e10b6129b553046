#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace rapport::identity {

/// A map in CBOR (RFC 8949) as authenticators write it: what it has under a number or a text, as far as that is a number, a
/// text or bytes.
class CborMap {
public:
    using Key = std::variant<std::int64_t, std::string>;

    /// The map that `bytes` begin with; `rest` is what follows it. None when there is no well-formed one, a key comes
    /// twice, or it has more parts than any authenticator writes.
    static std::optional<CborMap> read(std::string_view bytes, std::string_view& rest);

    std::optional<std::int64_t> number(const Key& key) const { return find<std::int64_t>(key); }
    std::optional<std::string> text(const Key& key) const { return find<std::string>(key); }
    std::optional<std::string> bytes(const Key& key) const;

private:
    struct Bytes {
        std::string bytes;
    };
    using Part = std::variant<std::monostate, std::int64_t, std::string, Bytes>;

    template <class T>
    std::optional<T> find(const Key& key) const {
        auto found = parts_.find(key);
        const T* part = found == parts_.end() ? nullptr : std::get_if<T>(&found->second);
        return part ? std::optional(*part) : std::nullopt;
    }

    std::map<Key, Part> parts_;
};

}  // namespace rapport::identity
