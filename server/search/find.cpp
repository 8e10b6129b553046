#include "search/find.h"

#include <algorithm>
#include <limits>

#include "search/candidates.h"
#include "search/corrections.h"

namespace rapport::search {
namespace {

using storage::SearchQuery;

constexpr std::int64_t first_look = 100;     // of the newest matches, in all objects
constexpr std::int64_t tier_look = 50;       // of the best matches of one object
constexpr std::int64_t short_walk = 200;     // to older ones, when too little was found
constexpr std::int64_t long_walk = 800;
constexpr std::int64_t most_gathered = 1000;
constexpr int most_words = 8;                 // that begin as was typed, instead of the beginning
constexpr std::size_t most_guessed = 3;       // words that are all right each, and together nowhere
constexpr auto no_limit = std::numeric_limits<std::size_t>::max();

class Finder {
public:
    Finder(storage::Session& session, const security::Asking& asking, const Request& request, const Question& question)
        : session_(session), asking_(asking), request_(request), question_(question), longest_(session.dialect().quick_beginning()),
          all_(lookup(question, {.longest_beginning = longest_})) {}

    std::vector<Group> run() {
        std::int64_t last = std::numeric_limits<std::int64_t>::max();
        while (last >= 0) {
            auto ids = look(all_, 0, last, first_look);
            const bool complete = std::ssize(ids) < first_look;
            for (std::size_t begin = 0; begin < ids.size();) {
                const std::int64_t number = RecordId(ids[begin]).object_number();
                auto end = std::find_if(ids.begin() + static_cast<std::ptrdiff_t>(begin), ids.end(), [&](std::int64_t id) { return RecordId(id).object_number() != number; });
                std::vector<std::int64_t> of_object(ids.begin() + static_cast<std::ptrdiff_t>(begin), end);
                begin += of_object.size();
                take(of_object, complete || begin < ids.size());
            }
            last = complete ? -1 : RecordId::of(RecordId(ids.back()).object_number(), 0).number() - 1;
        }
        return groups();
    }

private:
    std::vector<std::int64_t> look(const SearchQuery& query, std::int64_t first, std::int64_t last, std::int64_t limit) {
        std::vector<std::int64_t> ids;
        auto rows = session_.query(session_.dialect().find_search_terms(), {session_.dialect().search_query(query), first, last, limit});
        while (rows->next()) ids.push_back(rows->integer(0));
        return ids;
    }

    /// The newest matches of one object; when they are not all, better ones are looked for.
    void take(const std::vector<std::int64_t>& newest, bool all) {
        const metadata::Object* object = asking_.catalogue->find(RecordId(newest.front()));
        if (std::find(request_.objects.begin(), request_.objects.end(), object) == request_.objects.end()) return;
        Candidates candidates(session_, asking_, *object, question_);
        candidates.look_at(newest);
        if (!all) look_further(candidates, newest.back());
        if (candidates.found() == 0) return;
        Group group = candidates.best(request_.limit);
        found_.emplace_back(candidates.best_value(), std::move(group));
    }

    void look_further(Candidates& candidates, std::int64_t oldest) {
        auto look_at = [&](const SearchQuery& query, std::int64_t limit) {
            auto ids = look(query, candidates.first_id(), candidates.last_id(), limit);
            candidates.look_at(ids);
            return std::ssize(ids) < limit || candidates.found() >= request_.limit;
        };
        look_at(lookup(question_, {.only_names = true, .whole_words = true, .longest_beginning = no_limit}), tier_look);
        if (asking_.actor.user() && candidates.object().owned) look_at(of_owners(all_, {asking_.actor.user()}), tier_look);
        look_at(lookup(question_, {.only_names = true, .longest_beginning = longest_}), tier_look);
        if (walk(candidates, all_, oldest, short_walk)) return;
        // What is rarer than its beginning is found without much gathering; what is not, among the next ones.
        const bool cut = is_cut(question_, longest_);
        const bool rare = cut && candidates.are_mostly_wrong();
        const SearchQuery exact = lookup(question_, {.longest_beginning = no_limit});
        if (rare ? look_at(exact, most_gathered) : walk(candidates, all_, oldest, long_walk)) return;
        std::int64_t before = candidates.last_id() + 1;
        if (auto owners = candidates.owners()) {
            const SearchQuery of_some = of_owners(all_, *owners);
            if (!walk(candidates, of_some, before, short_walk)) walk(candidates, of_some, before, long_walk);
        } else if (cut && !rare) {
            look_at(exact, most_gathered);
        }
    }

    /// Looks at the next ones that are older than `before`, which moves. Answers true when there are no more or enough was found.
    bool walk(Candidates& candidates, const SearchQuery& query, std::int64_t& before, std::int64_t steps) {
        if (candidates.found() >= request_.limit) return true;
        auto ids = look(query, candidates.first_id(), before - 1, steps);
        candidates.look_at(ids);
        if (!ids.empty()) before = ids.back();
        return std::ssize(ids) < steps || candidates.found() >= request_.limit;
    }

    static SearchQuery of_owners(const SearchQuery& query, const std::vector<RecordId>& owners) {
        std::vector<SearchQuery> terms;
        for (RecordId owner : owners) terms.push_back(SearchQuery::of(term_of_owner(owner)));
        return SearchQuery::all({query, SearchQuery::any(std::move(terms))});
    }

    std::vector<Group> groups() {
        auto place = [&](const auto& found) { return std::find(request_.objects.begin(), request_.objects.end(), found.second.object); };
        std::sort(found_.begin(), found_.end(), [&](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : place(a) < place(b); });
        std::vector<Group> out;
        for (auto& [value, group] : found_) out.push_back(std::move(group));
        return out;
    }

    storage::Session& session_;
    const security::Asking& asking_;
    const Request& request_;
    const Question& question_;
    std::size_t longest_;
    SearchQuery all_;
    std::vector<std::pair<int, Group>> found_;
};

/// Looks long beginnings up among the names: those that nothing has are mistyped, and of few words all are looked for.
void look_up_names(storage::Session& session, Question& question) {
    for (Part& part : question.parts) {
        auto name = name_in(part);
        if (!name) continue;
        const bool cut = is_cut(part, session.dialect().quick_beginning());
        auto names = names_beginning(session, *name, cut ? most_words + 1 : 1);
        part.mistyped = names.empty();
        if (cut && std::ssize(names) <= most_words) part.words = std::move(names);
    }
}

/// What may have been meant by each word; answers false when nothing else may have been.
bool correct(storage::Session& session, Question& question) {
    bool corrected = false;
    for (Part& part : question.parts) {
        auto name = name_in(part);
        if (!name) continue;
        part.corrections = corrections(session, *name);
        if (part.mistyped && part.corrections.empty()) return false;
        corrected = corrected || !part.corrections.empty();
    }
    return corrected;
}

}  // namespace

std::vector<Group> find(storage::Session& session, const security::Asking& asking, const Request& request) {
    Question question = read_question(request.typed);
    if (question.parts.empty()) return {};
    std::vector<Group> groups;
    look_up_names(session, question);
    const bool mistyped = std::any_of(question.parts.begin(), question.parts.end(), [](const Part& part) { return part.mistyped; });
    if (!mistyped) groups = Finder(session, asking, request, question).run();
    const bool worth_a_guess = mistyped || question.parts.size() <= most_guessed;
    if (groups.empty() && worth_a_guess && correct(session, question)) groups = Finder(session, asking, request, question).run();
    return groups;
}

}  // namespace rapport::search
