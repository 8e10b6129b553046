#include "identity/password.h"

#include <sodium.h>

#include <array>
#include <atomic>
#include <semaphore>

#include "base/failure.h"
#include "base/text.h"

namespace rapport::identity {
namespace {

/// Each takes 64 MB while it runs.
std::counting_semaphore<2> hashing(2);
/// Those that run or wait. Were there no limit, a flood of logins would hold every worker of the server.
std::atomic<int> in_line{0};
constexpr int longest_line = 10;

class Turn {
public:
    Turn() {
        if (++in_line > longest_line) {
            --in_line;
            throw Failure(FailureKind::TooMany, "too_many_logins", "Too many people are logging in at this moment. Try again in a few seconds.");
        }
        hashing.acquire();
    }
    ~Turn() {
        hashing.release();
        --in_line;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

/// What nobody's password is: verified in place of a hash that is not there.
const std::string& hash_of_nobody() {
    static const std::string hash = hash_password("nobody has this password");
    return hash;
}

}  // namespace

void check_password(std::string_view password) {
    auto refuse = [](const std::string& why) { throw Failure(FailureKind::Invalid, "weak_password", why, {{"password", "weak_password", why}}); };
    if (!text::is_valid_utf8(password)) refuse("The password is not valid UTF-8.");
    if (text::length(password) < shortest_password) refuse("A password has at least 10 characters. A few words that belong together only for you are good.");
    if (password.size() > longest_password) refuse("A password has at most 1,024 bytes.");
}

std::string hash_password(std::string_view password) {
    ensure(sodium_init() >= 0, "libsodium starts");
    Turn turn;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    int failed = crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
    if (failed) throw Failure(FailureKind::Unavailable, "out_of_memory", "There is too little memory to check a password. Try again.");
    return hash.data();
}

bool verify_password(std::string_view password, const std::string& hash) {
    const std::string& compared = hash.empty() ? hash_of_nobody() : hash;
    Turn turn;
    bool fits = crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
    return fits && !hash.empty();
}

}  // namespace rapport::identity
