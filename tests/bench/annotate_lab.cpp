// scratch: trains on CORPUS (documents not held back) and writes jsonl predictions + gold for held-back and the given jsonl
#include "model/annotate/annotator.h"
#include "model/annotate/training.h"
#include "model/base/code_points.h"
#include <QTextStream>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonArray>
using namespace model; using namespace model::annotate;
static QString stanceWord(Stance s){ return s==Stance::Supports?QStringLiteral("asserts"):s==Stance::Context?QStringLiteral("unclear"):toWord(s);}
static QJsonObject out(const QString&id,const QString&text,const Proposal&p){
  QJsonArray spans,finds;
  for(size_t i=0;i<p.spans.size();++i){auto&s=p.spans[i];QJsonObject o{{QStringLiteral("start"),codePointOfUnit(text,s.range.start)},{QStringLiteral("end"),codePointOfUnit(text,s.range.end)},{QStringLiteral("label"),toWord(s.kind).toUpper()},{QStringLiteral("score"),s.score}};
    if(s.kind==TagKind::Evidence) for(auto&f:p.findings) if(f.evidence==int(i)) o[QStringLiteral("stance")]=stanceWord(f.stance);
    spans.append(o);} 
  for(auto&f:p.findings) finds.append(QJsonObject{{QStringLiteral("partner"),f.partner},{QStringLiteral("action"),toWord(f.permission.action)},{QStringLiteral("data"),toWord(f.permission.data)},{QStringLiteral("stance"),stanceWord(f.stance)},{QStringLiteral("score"),f.score},{QStringLiteral("ev"),text.mid(p.spans[size_t(f.evidence)].range.start,p.spans[size_t(f.evidence)].range.length())}});
  return {{QStringLiteral("id"),id},{QStringLiteral("spans"),spans},{QStringLiteral("findings"),finds}};}
int main(int argc,char**argv){ QTextStream o(stdout); QElapsedTimer t;t.start();
  auto c=readCorpus(QString::fromLocal8Bit(argv[1])); if(!c){o<<c.error().sentence<<"\n";return 1;}
  std::vector<const GoldDocument*> train; for(auto&d:*c) if(!d.heldBack) train.push_back(&d);
  auto w=std::make_shared<Weights>(trainWeights(train,QStringLiteral("lab"))); o<<"trained in "<<t.restart()<<" ms\n";
  {QFile f(QStringLiteral("/tmp/weights.bin"));f.open(QIODevice::WriteOnly);auto b=toBytes(*w);f.write(b);o<<"bytes "<<b.size()<<"\n"; w=std::make_shared<Weights>(weightsFromBytes(b).value());}
  Annotator a(w);
  QFile g(QStringLiteral("/tmp/held.gold.jsonl")),p(QStringLiteral("/tmp/held.pred.jsonl")); g.open(QIODevice::WriteOnly);p.open(QIODevice::WriteOnly);
  for(auto&d:*c) if(d.heldBack){ QJsonArray spans,cells; for(size_t i=0;i<d.spans.size();++i){auto&s=d.spans[i];QJsonObject q{{QStringLiteral("start"),codePointOfUnit(d.text,s.range.start)},{QStringLiteral("end"),codePointOfUnit(d.text,s.range.end)},{QStringLiteral("label"),toWord(s.kind).toUpper()}}; for(auto&l:d.links) if(l.evidence==int(i)) q[QStringLiteral("stance")]=stanceWord(l.stance); spans.append(q);} 
    for(auto&l:d.links) cells.append(QJsonObject{{QStringLiteral("partner"),l.partner},{QStringLiteral("action"),toWord(l.permission.action)},{QStringLiteral("data"),toWord(l.permission.data)},{QStringLiteral("stance"),stanceWord(l.stance)}});
    g.write(QJsonDocument(QJsonObject{{QStringLiteral("id"),d.id},{QStringLiteral("text"),d.text},{QStringLiteral("spans"),spans},{QStringLiteral("cells"),cells}}).toJson(QJsonDocument::Compact)+'\n');
    p.write(QJsonDocument(out(d.id,d.text,a.annotate(d.text,d.holders))).toJson(QJsonDocument::Compact)+'\n'); }
  for(int i=2;i<argc;++i){ QFile in(QString::fromLocal8Bit(argv[i])); in.open(QIODevice::ReadOnly); QFile q(QStringLiteral("/tmp/pred%1.jsonl").arg(i)); q.open(QIODevice::WriteOnly);
    while(!in.atEnd()){auto ob=QJsonDocument::fromJson(in.readLine()).object(); auto text=ob[QStringLiteral("text")].toString(); q.write(QJsonDocument(out(ob[QStringLiteral("id")].toString(),text,a.annotate(text,{ob[QStringLiteral("holder")].toString()}))).toJson(QJsonDocument::Compact)+'\n');}}
  t.restart(); long chars=0; int pages=0; for(int r=0;r<10;++r) for(auto&d:*c){auto pr=a.annotate(d.text,d.holders); chars+=d.text.size(); pages+=1+int(d.text.count(u'\f'));}
  o<<"speed "<<pages*1000.0/double(t.elapsed())<<" pages/s\n";
}
