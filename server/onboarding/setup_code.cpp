#include "onboarding/setup_code.h"

#include <cctype>

#include "base/failure.h"
#include "identity/secret_token.h"

namespace rapport::onboarding {
namespace {

constexpr std::size_t digits = 12;  // hexadecimal: 48 bits, at a few tries a minute
constexpr std::size_t group = 4;

/// Letters and digits, in capitals.
std::string bare(std::string_view written) {
    std::string out;
    for (unsigned char c : written)
        if (std::isalnum(c)) out += static_cast<char>(std::toupper(c));
    return out;
}

}  // namespace

SetupCode::SetupCode() {
    const std::string code = bare(identity::fingerprint(identity::new_secret()).substr(0, digits));
    for (std::size_t i = 0; i < code.size(); i += group) text_ += (i ? "-" : "") + code.substr(i, group);
}

void SetupCode::check(std::string_view given, const std::string& address) {
    const std::string network = identity::network_of(address);
    by_all_.begin("");
    by_address_.begin(network);
    if (!identity::same_secret(bare(given), bare(text_)))
        throw Failure(FailureKind::Forbidden, "wrong_setup_code", "That is not the setup code that the server has shown at its last start.",
                      {{"setup_code", "wrong_setup_code", "It stands where the server was started: in the terminal, or in its log."}});
    by_address_.forget(network);
    by_all_.take_back("");
}

}  // namespace rapport::onboarding
