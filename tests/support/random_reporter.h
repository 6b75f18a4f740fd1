// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <QRandomGenerator>

/// Makes decisions of every kind, one after the other, that the case can take as it stands. The same seed and the same
/// case give the same kinds; ids differ.
class RandomReporter final {
public:
    RandomReporter(model::session::CaseFile &file, std::vector<model::Sha256> documents, quint32 seed);

    model::journal::Decision next();

private:
    using Change = model::journal::Change;
    int upTo(int most) { return m_random.bounded(most + 1); }
    template <class T> const T *oneOf(const std::vector<T> &values);
    QString words();
    std::vector<model::Subject> subjects(model::SubjectKind kind);
    model::SubjectKind anyKind();
    std::optional<model::Tag> anyTag();
    std::optional<model::EvidenceLink> anyLink();
    std::optional<model::FindingKey> anyFinding();
    model::Passage passage();
    model::NoteTarget anyTarget();
    std::optional<model::journal::Decision> tagDecision();
    std::optional<model::journal::Decision> subjectDecision();
    std::optional<model::journal::Decision> linkDecision();
    std::optional<model::journal::Decision> refusalDecision();
    std::optional<model::journal::Decision> otherDecision();

    model::session::CaseFile &m_file;
    std::vector<model::Sha256> m_documents;
    quint32 m_seed; ///< also in every name, so that two reporters do not give the same
    QRandomGenerator m_random;
    int m_names = 0;
};
