// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <memory>
#include <optional>

namespace model::intake {
struct Proposer;
}

/// What the annotation model learns in a case. Nothing of it is stored but where it began: the same decisions on the
/// same texts, from the same beginning, make the same model again.
namespace model::session {

struct LearningState {
    QString model;            ///< version, as it stands beside suggestions
    bool isTakenOver = false; ///< began with what another case had learned
    int documents = 0;        ///< that teach something
    int passages = 0;         ///< their tags
};

/// Makes the model that knows what was decided, and keeps it until something else was. For one thread.
class Learner final {
public:
    /// `shipped` is what a case begins with. One without an annotator learns nothing.
    explicit Learner(std::shared_ptr<const intake::Proposer> shipped);
    ~Learner();

    /// May take a few milliseconds for each page that was decided on since.
    Result<std::shared_ptr<const intake::Proposer>> proposerFor(const CaseFile &file);
    /// Of what proposerFor() gives, without making it; `shipped` has an annotator.
    Result<LearningState> state(const CaseFile &file);

private:
    Result<std::shared_ptr<const intake::Proposer>> beginning(const CaseFile &file);

    const std::shared_ptr<const intake::Proposer> m_shipped;
    QByteArray m_startBytes; ///< of m_start
    std::shared_ptr<const intake::Proposer> m_start;
    std::optional<Sha256> m_learnedFrom; ///< digest of the lessons of m_learned
    std::shared_ptr<const intake::Proposer> m_learned;
};

Result<LearningState> learningState(const CaseFile &file);

/// The weights as the case has made them. They hold no text, but traces of the words of its documents.
Result<QByteArray> exportLearned(const CaseFile &file);
/// From now on the case's decisions go on from these.
Result<void> importLearned(CaseFile &file, const QByteArray &weights);
/// Back to the shipped model; what has been decided so far teaches no more. Decisions stay as they are.
Result<void> resetLearned(CaseFile &file);

} // namespace model::session
