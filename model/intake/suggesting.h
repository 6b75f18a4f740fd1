// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/annotator.h"
#include "model/domain/suggestion.h"
#include "model/intake/own_permissions.h"
#include "model/store/suggestion_table.h"

#include <functional>
#include <memory>

namespace model::intake {

/// What proposes: an annotator, or in tests something that stands for one. Safe from any thread.
struct Proposer {
    std::function<annotate::Proposal(QStringView text, const QStringList &holders, const annotate::KnownNames &known)>
        propose;
    /// Why it proposed that passage of the text, the strongest reasons first; see Annotator::reasons().
    std::function<QStringList(QStringView text, const QStringList &holders, const annotate::KnownNames &known,
                              const annotate::ProposedSpan &span)>
        explain;
    QString version;                                      ///< of the model
    std::shared_ptr<const annotate::Annotator> annotator; ///< null where something else stands for one

    explicit Proposer(std::shared_ptr<const annotate::Annotator> proposing);
    Proposer(decltype(propose) proposing, decltype(explain) explaining, QString modelVersion)
        : propose(std::move(proposing))
        , explain(std::move(explaining))
        , version(std::move(modelVersion))
    {
    }
};

/// A proposer with what it is told of the case.
struct Suggesting {
    Suggesting(std::shared_ptr<const Proposer> proposes, QStringList holderNames, annotate::KnownNames knownNames,
               const std::vector<store::PermissionName> &permissionNames = {});

    std::shared_ptr<const Proposer> proposer;
    QStringList holders;
    annotate::KnownNames known;
    OwnPermissions permissions;
    store::SuggestionBasis basis; ///< of all these
};

/// With what the case says now.
Result<Suggesting> suggestingFor(store::Database &database, std::shared_ptr<const Proposer> proposer);

/// Takes the pages of one document, in order, and gives what is suggested on them. A document is annotated in sections
/// that depend on its text alone, so that the memory needed does not grow with it. Partners and permissions that are
/// part of no finding are left out, but for partners that the reporter knows.
class DocumentSuggester final {
public:
    DocumentSuggester(const Suggesting &suggesting, const Sha256 &document)
        : m_suggesting(suggesting)
        , m_document(document)
    {
    }

    /// Suggestions once a section is full, else none.
    Suggestions add(const QString &pageText);
    /// Those of the last section.
    Suggestions finish();

private:
    const Suggesting &m_suggesting;
    const Sha256 m_document;
    int m_firstPage = 0;
    qsizetype m_units = 0;
    QStringList m_pages;
};

} // namespace model::intake
