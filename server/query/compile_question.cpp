#include <fmt/format.h>

#include "query/sql_writer.h"

namespace rapport::query {

std::string SqlWriter::from(const Question& question) {
    auto object = [&](int source) -> const metadata::Object& { return *restricted_.bound().sources()[static_cast<std::size_t>(source)].object; };
    std::string out = fmt::format(" FROM {} {}", table(object(question.source)), alias(question.source));
    for (const Join& join : question.joins) {
        std::string name = alias(join.source);
        // A parent that is in the trash or may not be seen is no parent: a filter on it cannot tell it from one that is not there.
        out += fmt::format(" LEFT JOIN {0} {1} ON {1}.id = {2} AND {1}.deleted_at IS NULL", table(object(join.source)), name,
                           column(alias(join.from), join.reference->name));
        const Predicate& rows = restricted_.rows(static_cast<std::size_t>(join.source));
        if (rows.kind != Predicate::Kind::Always) out += " AND " + predicate(rows, name, Walk::AnyIndex);
    }
    return out;
}

std::string SqlWriter::where(const Question& question, Restricted::Trash trash, Walk walk) {
    std::string name = alias(question.source);
    std::string out;
    auto add = [&](const std::string& condition) { out += (out.empty() ? "" : " AND ") + condition; };
    if (trash == Restricted::Trash::Exclude) add(name + ".deleted_at IS NULL");
    if (trash == Restricted::Trash::Only) add(name + ".deleted_at IS NOT NULL");
    const Predicate& rows = restricted_.rows(static_cast<std::size_t>(question.source));
    if (rows.kind != Predicate::Kind::Always) add(predicate(rows, name, walk));
    if (question.where) add(condition(*question.where));
    return out.empty() ? "TRUE" : out;
}

}  // namespace rapport::query
