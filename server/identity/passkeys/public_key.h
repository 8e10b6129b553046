#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::identity {

/// The key with which an authenticator's signatures are checked.
class PublicKey {
public:
    /// As COSE numbers them (RFC 9053, RFC 8812), the best first.
    enum class Algorithm : std::int64_t { EdDsa = -8, Es256 = -7, Rs256 = -257 };
    static constexpr std::array algorithms{Algorithm::EdDsa, Algorithm::Es256, Algorithm::Rs256};

    PublicKey(Algorithm algorithm, std::string der) : algorithm_(algorithm), der_(std::move(der)) {}
    /// The COSE key (RFC 9052) that `bytes` begin with; `rest` is what follows it. None when it is of none of those
    /// algorithms, not on their curves, or of a size that nobody should trust.
    static std::optional<PublicKey> from_cose(std::string_view bytes, std::string_view& rest);

    Algorithm algorithm() const { return algorithm_; }
    /// SubjectPublicKeyInfo.
    const std::string& der() const { return der_; }
    bool verifies(std::string_view signature, std::string_view text) const;

private:
    Algorithm algorithm_;
    std::string der_;
};

/// 32 bytes.
std::string sha256_of(std::string_view bytes);

}  // namespace rapport::identity
