#include "base/failure.h"
#include "base/result.h"
#include "base/text.h"
#include "identity/identity.h"
#include "identity/secret_token.h"

namespace rapport::identity {
namespace {

constexpr std::string_view token_prefix = "rpt_";
constexpr std::size_t longest_name = 200;

std::optional<DateTime> moment(Cell cell) { return cell.is_null() ? std::nullopt : std::optional(DateTime(cell.integer())); }

}  // namespace

std::string Identity::create_token(RecordId user, const std::string& name, std::optional<DateTime> expires_at) {
    if (text::trim(name).empty() || name.size() > longest_name)
        throw invalid_field({"name", "invalid_token_name", "A token has a name of 1 to 200 bytes, which says what it is for."});
    std::string token = std::string(token_prefix) + new_secret();
    Value expiry = expires_at ? Value(expires_at->microseconds()) : Value();
    database_.write([&](storage::Session& session) {
        session.execute("INSERT INTO api_token (fingerprint, user_id, name, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                        {fingerprint(token), user.number(), name, DateTime::now().microseconds(), expiry});
    });
    return token;
}

std::optional<RecordId> Identity::find_token(std::string_view token) {
    if (!token.starts_with(token_prefix)) return std::nullopt;
    std::string print = fingerprint(token);
    auto holder = known_tokens_.find(print, [&] {
        return database_.read([&](storage::Session& session) -> std::optional<Holder> {
            DateTime now = DateTime::now();
            auto row = session.query("SELECT user_id, used_at FROM api_token WHERE fingerprint = ?1 AND (expires_at IS NULL OR expires_at > ?2)",
                                     {print, now.microseconds()});
            if (!row->next()) return std::nullopt;
            last_use_.note(LastUse::Table::Tokens, print, moment(row->cell(1)).value_or(DateTime()), now);
            return Holder{RecordId(row->integer(0))};
        });
    });
    return holder ? std::optional(holder->user) : std::nullopt;
}

std::optional<RecordId> Identity::holder(std::string_view secret) {
    std::string print = fingerprint(secret);
    bool is_token = secret.starts_with(token_prefix);
    auto holder = (is_token ? known_tokens_ : known_sessions_).find(print, [&] {
        if (auto unsaved = is_token ? std::nullopt : unsaved_sessions_.find(database_, print)) return unsaved->user ? unsaved : std::nullopt;
        return database_.read([&](storage::Session& session) -> std::optional<Holder> {
            std::int64_t now = DateTime::now().microseconds();
            auto row = is_token ? session.query("SELECT user_id, 0 FROM api_token WHERE fingerprint = ?1 AND (expires_at IS NULL OR expires_at > ?2)", {print, now})
                                : session.query("SELECT user_id, proved_at FROM user_session WHERE fingerprint = ?1 AND expires_at > ?2", {print, now});
            return row->next() ? std::optional(Holder{RecordId(row->integer(0)), DateTime(row->integer(1))}) : std::nullopt;
        });
    });
    return holder ? std::optional(holder->user) : std::nullopt;
}

std::vector<TokenEntry> Identity::tokens(RecordId user) {
    return database_.read([&](storage::Session& session) {
        std::vector<TokenEntry> entries;
        auto row = session.query(
            "SELECT fingerprint, name, created_at, used_at, expires_at FROM api_token WHERE user_id = ?1 ORDER BY created_at DESC",
            {user.number()});
        while (row->next()) {
            entries.push_back({std::string(row->text(0)), std::string(row->text(1)), DateTime(row->integer(2)), moment(row->cell(3)),
                               moment(row->cell(4))});
        }
        return entries;
    });
}

bool Identity::revoke_token(RecordId user, const std::string& id) {
    bool revoked = database_.write([&](storage::Session& session) {
        return session.execute("DELETE FROM api_token WHERE fingerprint = ?1 AND user_id = ?2", {id, user.number()}) > 0;
    });
    known_tokens_.forget(id);
    return revoked;
}

}  // namespace rapport::identity
