// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/learning.h"

#include "model/annotate/training.h"
#include "model/annotate/weights.h"
#include "model/intake/suggesting.h"
#include "model/session/lessons.h"
#include "model/session/suggestions.h"
#include "model/store/learning_table.h"
#include "model/store/transaction.h"

namespace model::session {
namespace {

using annotate::GoldDocument;
using annotate::Weights;
using intake::Proposer;

std::shared_ptr<const Proposer> proposerOf(std::shared_ptr<const Weights> weights)
{
    return std::make_shared<const Proposer>(std::make_shared<const annotate::Annotator>(std::move(weights)));
}

/// Of the weights that go on from those of `start`.
QString weightsVersion(const Proposer &start, const Sha256 &lessons)
{
    return QStringLiteral("%1+%2").arg(start.annotator->weights().version, lessons.toHex().left(8));
}

template <class Act> Result<void> write(CaseFile &file, Act act)
{
    if (file.isReadOnly())
        return Error{ErrorKind::ReadOnly, file.readOnlyReason()};
    auto transaction = store::Transaction::begin(file.database());
    if (!transaction)
        return transaction.error();
    store::LearningTable table(file.database());
    if (const Result<void> done = act(table); !done)
        return done;
    return transaction->commit();
}

} // namespace

Learner::Learner(std::shared_ptr<const Proposer> shipped)
    : m_shipped(std::move(shipped))
    , m_start(m_shipped)
{
}
Learner::~Learner() = default;

Result<std::shared_ptr<const Proposer>> Learner::beginning(const CaseFile &file)
{
    const auto bytes = store::LearningTable(file.database()).start();
    if (!bytes)
        return bytes.error();
    if (*bytes == m_startBytes)
        return m_start;
    m_learned.reset();
    m_startBytes = *bytes;
    m_start = m_shipped;
    if (!bytes->isEmpty()) {
        auto weights = annotate::weightsFromBytes(*bytes);
        if (!weights)
            return weights.error();
        m_start = proposerOf(std::make_shared<const Weights>(*std::move(weights)));
    }
    return m_start;
}

Result<std::shared_ptr<const Proposer>> Learner::proposerFor(const CaseFile &file)
{
    if (!m_shipped || !m_shipped->annotator)
        return m_shipped;
    const auto start = beginning(file);
    if (!start)
        return start.error();
    const auto lessons = lessonsOf(file);
    if (!lessons)
        return lessons.error();
    if (lessons->empty())
        return *start;
    const Sha256 digest = digestOf(*lessons);
    if (m_learned && digest == m_learnedFrom)
        return m_learned;
    std::vector<const GoldDocument *> pointers;
    for (const GoldDocument &lesson : *lessons)
        pointers.push_back(&lesson);
    Weights weights = annotate::continueTraining((*start)->annotator->weights(), pointers);
    weights.version = weightsVersion(**start, digest);
    m_learned = proposerOf(std::make_shared<const Weights>(std::move(weights)));
    m_learnedFrom = digest;
    return m_learned;
}

Result<LearningState> Learner::state(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    const auto start = beginning(file);
    if (!start)
        return start.error();
    const auto lessons = lessonsOf(file);
    if (!lessons)
        return lessons.error();
    const QString model = lessons->empty() || !(*start)->annotator
                              ? (*start)->version
                              : annotate::Annotator::versionWith(weightsVersion(**start, digestOf(*lessons)));
    LearningState state{model, !m_startBytes.isEmpty(), static_cast<int>(lessons->size()), 0};
    for (const GoldDocument &lesson : *lessons)
        state.passages += static_cast<int>(lesson.spans.size());
    return state;
}

Result<LearningState> learningState(const CaseFile &file)
{
    return Learner(shippedProposer()).state(file);
}

Result<QByteArray> exportLearned(const CaseFile &file)
{
    const auto proposer = Learner(shippedProposer()).proposerFor(file);
    if (!proposer)
        return proposer.error();
    return toBytes((*proposer)->annotator->weights());
}

Result<void> importLearned(CaseFile &file, const QByteArray &weights)
{
    if (const auto read = annotate::weightsFromBytes(weights); !read)
        return read.error();
    return write(file, [&weights](store::LearningTable &table) { return table.setStart(weights); });
}

Result<void> resetLearned(CaseFile &file)
{
    return write(file, [](store::LearningTable &table) {
        const auto forgotten = table.forgetAll();
        return forgotten ? table.setStart({}) : forgotten;
    });
}

} // namespace model::session
