// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/document_tree_model.h"

#include "tests/support/catch.h"

#include <QAbstractItemModelTester>

using namespace ui::documents;
using model::Document;
using model::DocumentState;

namespace {

Document made(const QString &title, qint64 bundle, DocumentState state = DocumentState::Read)
{
    Document document{model::Sha256::of(title.toUtf8())};
    document.title = title;
    document.file = title + QStringLiteral(".pdf");
    document.bundle = bundle;
    document.state = state;
    document.pageCount = 4;
    return document;
}

struct Filled {
    Filled()
    {
        model.setDocuments({{1, QStringLiteral("first bundle"), 0}, {2, QStringLiteral("second"), 0}},
                           {made(QStringLiteral("Agreement"), 1), made(QStringLiteral("Memo"), 1),
                            made(QStringLiteral("Broken"), 2, DocumentState::Refused)});
    }
    DocumentTreeModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

TEST_CASE("documents stand under their bundles")
{
    Filled filled;
    CHECK(filled.model.rowCount() == 2);
    const QModelIndex bundle = filled.model.index(0, 0);
    CHECK(filled.model.rowCount(bundle) == 2);
    CHECK(filled.model.index(1, 0, bundle).data().toString() == QStringLiteral("Memo"));
    const QModelIndex found = filled.model.indexOf(model::Sha256::of("Broken"));
    CHECK(found.parent().row() == 1);
    CHECK(filled.model.document(found)->title == QStringLiteral("Broken"));
}

TEST_CASE("the filter looks at titles and files, and leaves out bundles without a match")
{
    Filled filled;
    filled.model.setFilter(QStringLiteral("MEMO"), StateFilter::All);
    CHECK(filled.model.rowCount() == 1);
    CHECK(filled.model.shownCount() == 1);
    CHECK_FALSE(filled.model.indexOf(model::Sha256::of("Agreement")).isValid());
    filled.model.setFilter({}, StateFilter::Refused);
    CHECK(filled.model.shownCount() == 1);
    filled.model.setFilter({}, StateFilter::Unfinished);
    CHECK(filled.model.shownCount() == 2);
}

TEST_CASE("a document that changed keeps its place and tells the view")
{
    Filled filled;
    Document memo = made(QStringLiteral("Memo"), 1);
    memo.title = QStringLiteral("Audit memo");
    memo.pagesReadByReporter = 4;
    int changes = 0;
    QObject::connect(&filled.model, &QAbstractItemModel::dataChanged, &filled.model, [&] { ++changes; });
    filled.model.updateDocument(memo);
    CHECK(changes == 2); // the document and its bundle's share
    const QModelIndex index = filled.model.indexOf(memo.sha256);
    CHECK(index.data().toString() == QStringLiteral("Audit memo"));
    CHECK(index.data(DocumentTreeModel::ProgressRole).toDouble() == 1);
    CHECK(index.parent().data(DocumentTreeModel::StateRole).toString() == QStringLiteral("50 % read"));
}
