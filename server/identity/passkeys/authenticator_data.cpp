#include "identity/passkeys/authenticator_data.h"

#include "base/text.h"
#include "identity/passkeys/cbor_map.h"

namespace rapport::identity {
namespace {

constexpr std::size_t hash_bytes = 32, model_bytes = 16, longest_credential = 1023;
constexpr unsigned char present_flag = 0x01, verified_flag = 0x04, made_flag = 0x40, extensions_flag = 0x80;

/// Takes bytes from the front, as they are or as a number, the highest byte first.
class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    std::string_view take(std::size_t size) {
        if (bytes_.size() < size) throw malformed_passkey("authenticatorData");
        std::string_view out = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return out;
    }
    std::uint32_t number(std::size_t size) {
        std::uint32_t out = 0;
        for (unsigned char byte : take(size)) out = out << 8 | byte;
        return out;
    }
    std::string_view& rest() { return bytes_; }

private:
    std::string_view bytes_;
};

std::string model_text(std::string_view bytes) {
    std::string out = text::hex(bytes);
    for (std::size_t place : {8, 13, 18, 23}) out.insert(place, 1, '-');
    return out;
}

AuthenticatorData::Made read_made(Reader& reader) {
    std::string model = model_text(reader.take(model_bytes));
    const std::size_t size = reader.number(2);
    if (size == 0 || size > longest_credential) throw malformed_passkey("credential id");
    std::string credential(reader.take(size));
    auto key = PublicKey::from_cose(reader.rest(), reader.rest());
    if (!key)
        throw Failure(FailureKind::Invalid, "unknown_passkey_algorithm", "This authenticator made a key that is not understood here: it has to be a sound one of Ed25519, ES256 or RS256. Use another authenticator.");
    return {std::move(model), std::move(credential), *std::move(key)};
}

}  // namespace

Failure malformed_passkey(std::string_view part) {
    return Failure(FailureKind::Invalid, "malformed_passkey", "What the browser sent of the passkey cannot be read: " + std::string(part) + ". Try again, or use another browser.");
}

AuthenticatorData AuthenticatorData::parse(std::string_view bytes) {
    Reader reader(bytes);
    AuthenticatorData data;
    data.party_hash = reader.take(hash_bytes);
    const auto flags = static_cast<unsigned char>(reader.number(1));
    data.user_present = flags & present_flag;
    data.user_verified = flags & verified_flag;
    data.sign_count = reader.number(4);
    if (flags & made_flag) data.made = read_made(reader);
    if (flags & extensions_flag && !CborMap::read(reader.rest(), reader.rest())) throw malformed_passkey("extensions");
    if (!reader.rest().empty()) throw malformed_passkey("authenticatorData");
    return data;
}

AuthenticatorData AuthenticatorData::from_attestation(std::string_view bytes) {
    std::string_view rest;
    auto attestation = CborMap::read(bytes, rest);
    auto data = attestation ? attestation->bytes("authData") : std::nullopt;
    if (!data || !rest.empty() || !attestation->text("fmt")) throw malformed_passkey("attestationObject");
    return parse(*data);
}

}  // namespace rapport::identity
